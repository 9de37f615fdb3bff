<?php
// prepare.php WORDPRESS: make the tables, and users of every role with an application password each; prints them as JSON.
define('WP_INSTALLING', true);
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_URI' => '/'];
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
ob_start();
wp_install('The Daily Test', 'chief', 'chief@example.invalid', false, '', wp_generate_password());
update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'Europe/London');
$users = [];
foreach (['chief' => 'administrator', 'desk' => 'editor', 'human' => 'editor', 'stringer' => 'author', 'trainee' => 'contributor'] as $name => $role) {
    $id = username_exists($name);
    if (!$id) {
        $id = wp_insert_user(['user_login' => $name, 'user_pass' => wp_generate_password(), 'user_email' => "$name@example.invalid", 'role' => $role]);
    }
    $made = WP_Application_Passwords::create_new_application_password($id, ['name' => 'tests']);
    $users[$name] = ['id' => $id, 'role' => $role, 'password' => $made[0]];
}
$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->flush_rules(false);
ob_end_clean();
echo json_encode(['version' => $GLOBALS['wp_version'], 'users' => $users]);

<?php
// scripts.php WORDPRESS: the scripts that the block editor loads, in their order, a line each: name and file.
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/'];
require $argv[1] . '/wp-load.php';
$scripts = wp_scripts();
$scripts->all_deps(['wp-block-library', 'wp-blocks']);
foreach ($scripts->to_do as $name) {
    $source = $scripts->registered[$name]->src;
    if ($source) {
        echo $name, "\t", $argv[1], parse_url($source, PHP_URL_PATH), "\n";
    }
}

<?php
/*
Plugin Name: autobrief
Description: One post to each article, however often and by however many it is sent; never over what an editor changed meanwhile.
Version: 1
Requires PHP: 7.2

Put this file into wp-content/mu-plugins. There is nothing to set. It adds two addresses to the REST API, for users who may
edit posts: one finds articles by their id in every state, the trash too; one makes or changes an article in one step, under a
lock, and only if it is still as it was read (If-Match).
*/

namespace Autobrief;

defined('ABSPATH') || exit;

const ID = 'autobrief_id';
const VERSION = 'autobrief_version';
const STATES = ['publish', 'future', 'draft', 'pending', 'private', 'trash'];
const PATIENCE = 20; // seconds that one request waits for another on the same article

add_action('init', function () {
    foreach (types() as $type) {
        foreach ([ID, VERSION] as $key) {
            register_post_meta($type, $key, [
                'type' => 'string', 'single' => true, 'show_in_rest' => true, 'sanitize_callback' => 'sanitize_text_field',
                'auth_callback' => function ($allowed, $key, $post) { return current_user_can('edit_post', $post); },
            ]);
        }
    }
}, 99);

add_action('rest_api_init', function () {
    $may = function () { return current_user_can('edit_posts'); };
    register_rest_route('autobrief/v1', '/find', ['methods' => 'POST', 'callback' => __NAMESPACE__ . '\\find', 'permission_callback' => $may]);
    register_rest_route('autobrief/v1', '/article', ['methods' => 'PUT', 'callback' => __NAMESPACE__ . '\\put', 'permission_callback' => $may]);
});

/** Kinds of post that the REST API knows, by the word in its addresses. */
function types() {
    $found = [];
    foreach (get_post_types(['show_in_rest' => true], 'objects') as $type) {
        $found[$type->rest_base ?: $type->name] = $type->name;
    }
    return $found;
}

/** The posts that bear an article's id; those made before this file was here by their slug, or by the class in their text. */
function posts($type, $sought) {
    global $wpdb;
    $states = "'" . implode("','", STATES) . "'";
    $found = $wpdb->get_col($wpdb->prepare(
        "SELECT p.ID FROM $wpdb->posts p JOIN $wpdb->postmeta m ON m.post_id = p.ID WHERE m.meta_key = %s AND m.meta_value = %s
         AND p.post_type = %s AND p.post_status IN ($states)", ID, $sought['id'], $type));
    if (!empty($sought['post'])) {
        $found = array_merge($found, $wpdb->get_col($wpdb->prepare(
            "SELECT ID FROM $wpdb->posts WHERE ID = %d AND post_type = %s AND post_status IN ($states)", $sought['post'], $type)));
    }
    if (!$found && !empty($sought['slug']) && !empty($sought['class'])) {
        $found = $wpdb->get_col($wpdb->prepare(
            "SELECT ID FROM $wpdb->posts WHERE post_type = %s AND post_status IN ($states) AND (post_name IN (%s, %s) OR post_content LIKE %s)",
            $type, $sought['slug'], $sought['slug'] . '__trashed', '%"' . $wpdb->esc_like($sought['class']) . '"%'));
    }
    $found = array_map('intval', array_unique($found));
    sort($found);
    return $found;
}

/** What an editor can change, in a few letters. */
function etag($post) {
    $post = get_post($post);
    return substr(hash('sha256', wp_json_encode([$post->post_title, $post->post_content, $post->post_excerpt, $post->post_status])), 0, 32);
}

/** The post as the REST API shows it to an editor. */
function shown($base, $post) {
    $request = new \WP_REST_Request('GET', "/wp/v2/$base/$post");
    $request->set_param('context', 'edit');
    $answer = rest_do_request($request);
    if ($answer->is_error()) {
        $error = $answer->as_error();
        return new \WP_Error($error->get_error_code(), "post $post: " . $error->get_error_message(), ['status' => 403]);
    }
    $shown = rest_get_server()->response_to_data($answer, false);
    $shown['autobrief_etag'] = etag($post);
    return $shown;
}

function find($request) {
    $base = (string) $request['type'];
    if (!isset(types()[$base])) {
        return new \WP_Error('autobrief_type', "no kind of post is called $base", ['status' => 400]);
    }
    $answer = [];
    foreach ((array) $request['sought'] as $sought) {
        $answer[$sought['id']] = [];
        foreach (posts(types()[$base], $sought) as $post) {
            $shown = shown($base, $post);
            if (is_wp_error($shown)) {
                return $shown;
            }
            $answer[$sought['id']][] = $shown;
        }
    }
    return (object) $answer;
}

function put($request) {
    global $wpdb;
    $base = (string) $request['type'];
    $id = (string) $request['id'];
    if (!isset(types()[$base]) || $id === '') {
        return new \WP_Error('autobrief_type', 'an id and a kind of post are needed', ['status' => 400]);
    }
    // The lock is the database's, and goes with the connection: whatever becomes of this request, nobody waits for ever.
    $lock = 'autobrief:' . md5($wpdb->prefix . $id);
    if ($wpdb->get_var($wpdb->prepare('SELECT GET_LOCK(%s, %d)', $lock, PATIENCE)) !== '1') {
        $answer = new \WP_REST_Response(['code' => 'autobrief_busy', 'message' => 'somebody else is writing this article'], 503);
        $answer->header('Retry-After', '1');
        return $answer;
    }
    try {
        return put_alone($base, $id, $request);
    } finally {
        $wpdb->get_var($wpdb->prepare('SELECT RELEASE_LOCK(%s)', $lock));
    }
}

function put_alone($base, $id, $request) {
    $there = posts(types()[$base], (array) $request['sought'] + ['id' => $id]);
    $alive = array_values(array_filter($there, function ($post) { return get_post_status($post) !== 'trash'; }));
    $asked = (int) ($request['sought']['post'] ?? 0);
    $post = in_array($asked, $there, true) ? $asked : ($alive[0] ?? ($request['anew'] ? 0 : ($there[0] ?? 0)));
    $moved = new \WP_Error('autobrief_moved', 'the article is not as it was read', ['status' => 412]);
    $match = trim((string) $request->get_header('if_match'), '"');
    if ($post && $request->get_header('if_none_match') === '*' || !$post && $match !== '') {
        return $moved;
    }
    if ($post) {
        wp_cache_delete($post, 'posts');
        if (get_post_status($post) === 'trash' || $match !== '' && $match !== etag($post)) {
            return $moved;
        }
    }
    $write = new \WP_REST_Request('POST', "/wp/v2/$base" . ($post ? "/$post" : ''));
    $write->set_header('Content-Type', 'application/json');
    $write->set_body(wp_json_encode((array) $request['post'] + ['meta' => [ID => $id, VERSION => (string) $request['version']]]));
    $answer = rest_do_request($write);
    if ($answer->is_error()) {
        return $answer;
    }
    return new \WP_REST_Response(shown($base, $answer->get_data()['id']), $post ? 200 : 201);
}

<?php
/**
 * Does what somebody does in WordPress, with its own code: reads a list of commands as JSON from standard input, and
 * writes their results.
 */

error_reporting( E_ALL );
ini_set( 'display_errors', 'stderr' );
$commands = json_decode( stream_get_contents( STDIN ), true );
$is_installing = 'install' === $commands[0]['do'];
if ( $is_installing ) {
	define( 'WP_INSTALLING', true );
}
/** WordPress would send mail to the new administrator. */
function wp_mail() {
	return true;
}
$_SERVER += array( 'HTTP_HOST' => getenv( 'SITE_HOST' ), 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET', 'REMOTE_ADDR' => '127.0.0.1' );
require getenv( 'SITE_FOLDER' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

/** A request to the REST API as the current user. */
function send( $method, $route, $parameters = array(), $body = null, $name = null ) {
	$request = new WP_REST_Request( $method, $route );
	foreach ( $parameters as $key => $value ) {
		$request->set_param( $key, $value );
	}
	if ( null !== $body ) {
		$request->set_body( $body );
		$request->set_header( 'Content-Type', 'text/plain' );
		$request->set_header( 'Content-Disposition', "attachment; filename=$name" );
	}
	$response = rest_do_request( $request );
	return array( 'status' => $response->get_status(), 'data' => $response->get_data() );
}

function act_as( $login ) {
	// WordPress sets its filters for the rights of this user.
	wp_set_current_user( $login ? get_user_by( 'login', $login )->ID : 0 );
}

$results = array();
foreach ( $commands as $command ) {
	act_as( $command['as'] ?? '' );
	switch ( $command['do'] ) {
		case 'install':
			$made = wp_install( 'A paper', 'administrator', 'administrator@example.org', true, '', wp_generate_password() );
			foreach ( array( 'editor', 'author' ) as $role ) {
				wp_insert_user( array( 'user_login' => $role, 'user_pass' => $command['password'], 'role' => $role ) );
			}
			$results[] = $made['user_id'];
			break;
		case 'activate':
			// As an upload of the archive does it.
			WP_Filesystem();
			$unpacked  = unzip_file( $command['zip'], WP_PLUGIN_DIR );
			$problem   = is_wp_error( $unpacked ) ? $unpacked : activate_plugin( 'summit-embeds/summit-embeds.php' );
			$results[] = is_wp_error( $problem ) ? $problem->get_error_message() : null;
			break;
		case 'upload':
			$answer    = send( 'POST', '/wp/v2/media', array(), $command['body'], $command['name'] );
			$results[] = 201 === $answer['status'] ? array( 'id' => $answer['data']['id'], 'url' => $answer['data']['source_url'] ) : $answer;
			break;
		case 'post':
			// The author owns the post, and may therefore save it later.
			$values = array( 'title' => $command['title'], 'content' => $command['content'], 'status' => 'publish' );
			if ( 'author' !== $command['as'] ) {
				$values['author'] = get_user_by( 'login', 'author' )->ID;
			}
			$answer    = send( 'POST', '/wp/v2/posts', $values );
			$results[] = $answer['data']['id'] ?? $answer;
			break;
		case 'retitle':
			$results[] = send( 'POST', '/wp/v2/posts/' . $command['id'], array( 'title' => $command['title'] ) )['status'];
			break;
		case 'stored':
			$results[] = get_post( $command['id'] )->post_content;
			break;
		case 'shortcode':
			$results[] = do_shortcode( $command['text'] );
			break;
		case 'theme':
			switch_theme( $command['name'] );
			$results[] = get_stylesheet();
			break;
		case 'hosts':
			update_option( 'summit_embeds_hosts', \SummitEmbeds\sanitize_hosts( $command['text'] ) );
			$results[] = get_option( 'summit_embeds_hosts' );
			break;
		case 'uninstall':
			deactivate_plugins( 'summit-embeds/summit-embeds.php' );
			uninstall_plugin( 'summit-embeds/summit-embeds.php' );
			$results[] = null;
			break;
		case 'options':
			global $wpdb;
			$results[] = $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%summit%'" );
			break;
	}
}
echo wp_json_encode( $results );

<?php
/** Pages of the site for PHP's own server. `&strict` in an address adds a Content Security Policy. */
if ( isset( $_GET['strict'] ) ) {
	header( "Content-Security-Policy: script-src 'self'" );
}
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( '/' !== $path && is_file( $_SERVER['DOCUMENT_ROOT'] . $path ) ) {
	return false;
}
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';

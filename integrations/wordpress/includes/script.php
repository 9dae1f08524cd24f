<?php
/**
 * The script of pages with boxes.
 *
 * @package SummitEmbeds
 */

namespace SummitEmbeds;

defined( 'ABSPATH' ) || exit;

/** Handle of the script. */
const SCRIPT = 'summit-embeds-lazy';

/** Registers the script. Boxes enqueue it, so it is once on a page with boxes and on no other page. */
function register_lazy_script(): void {
	// The folder has the name of the version, so that files never change and can be cached for ever.
	$url = plugins_url( 'embed/' . VERSION . '/summit-embeds.lazy.js', __DIR__ );
	// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- The version is in the path.
	wp_register_script( SCRIPT, $url, array(), null, true );
	add_filter( 'script_loader_tag', __NAMESPACE__ . '\add_integrity', 10, 2 );
}

/** Adds `async`, `integrity` and `crossorigin` to the tag of the script. */
function add_integrity( string $tag, string $handle ): string {
	if ( SCRIPT !== $handle || false !== strpos( $tag, ' integrity=' ) ) {
		return $tag;
	}
	$hash = lazy_script_integrity();
	$more = ' async' . ( '' === $hash ? '' : ' integrity="' . esc_attr( $hash ) . '" crossorigin="anonymous"' );
	return preg_replace( '/ src=/', "$more src=", $tag, 1 );
}

/** The hash of the script, as the manifest of its folder has it. */
function lazy_script_integrity(): string {
	$file = dirname( __DIR__ ) . '/embed/' . VERSION . '/manifest.json';
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of this plugin.
	$manifest = is_readable( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : array();
	return (string) ( $manifest['files']['summit-embeds.lazy.js']['integrity'] ?? '' );
}

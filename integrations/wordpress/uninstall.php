<?php
/**
 * Removes what the plugin has stored: the setting and the cached files. Posts keep their blocks and shortcodes.
 *
 * @package SummitEmbeds
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Removes it from the current site. */
function summit_embeds_uninstall_site() {
	global $wpdb;
	delete_option( 'summit_embeds_hosts' );
	$prefix = $wpdb->esc_like( '_transient_summit_embeds_' ) . '%';
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- There is no function for a prefix.
	$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $prefix ) );
	foreach ( $names as $name ) {
		delete_transient( substr( $name, strlen( '_transient_' ) ) );
	}
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $summit_embeds_site ) {
		switch_to_blog( $summit_embeds_site );
		summit_embeds_uninstall_site();
		restore_current_blog();
	}
} else {
	summit_embeds_uninstall_site();
}

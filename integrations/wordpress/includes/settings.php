<?php
/**
 * The setting: hosts that boxes may come from. WordPress shows the page only to those who have `manage_options`.
 *
 * @package SummitEmbeds
 */

namespace SummitEmbeds;

defined( 'ABSPATH' ) || exit;

/** Adds the field to Settings → Writing. */
function register_settings(): void {
	register_setting(
		'writing',
		'summit_embeds_hosts',
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\sanitize_hosts',
			'default'           => array(),
		)
	);
	add_settings_field(
		'summit_embeds_hosts',
		__( 'Hosts of summit boxes', 'summit-embeds' ),
		__NAMESPACE__ . '\print_hosts_field',
		'writing',
		'default',
		array( 'label_for' => 'summit_embeds_hosts' )
	);
}

/**
 * Host names from what somebody typed: one on each line, also as URLs.
 *
 * @param mixed $value
 * @return string[]
 */
function sanitize_hosts( $value ): array {
	$lines = is_array( $value ) ? $value : preg_split( '/[\s,]+/', (string) $value );
	$hosts = array();
	foreach ( $lines as $line ) {
		$line = strtolower( trim( (string) $line ) );
		$host = false === strpos( $line, '//' ) ? $line : (string) wp_parse_url( $line, PHP_URL_HOST );
		if ( preg_match( '/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/D', $host ) ) {
			$hosts[] = $host;
		}
	}
	return array_values( array_unique( $hosts ) );
}

function print_hosts_field(): void {
	$hosts = implode( "\n", (array) get_option( 'summit_embeds_hosts', array() ) );
	echo '<textarea id="summit_embeds_hosts" name="summit_embeds_hosts" rows="3" class="regular-text code">' . esc_textarea( $hosts ) . '</textarea>';
	echo '<p class="description">' . esc_html__( 'One host on each line. Prerendered files and live data may come from these hosts and from this site.', 'summit-embeds' ) . '</p>';
}

<?php
/**
 * Plugin Name:       Summit Embeds
 * Description:       Boxes that explain a summit or a negotiation: who wants what, which places are at stake, what is known and how certain it is.
 * Version:           @VERSION@
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The summit-embeds authors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       summit-embeds
 * Domain Path:       /languages
 *
 * A post contains only a block comment or a shortcode. The server reads the prerendered file that it names, checks it
 * and prints it, so no later save can damage the box.
 *
 * @package SummitEmbeds
 */

namespace SummitEmbeds;

defined( 'ABSPATH' ) || exit;

/** The version of the plugin and of the files in embed/. The build writes it. */
const VERSION = '@VERSION@';

/** The elements of the package, without `summit-`. The build of the package checks this list. */
const ELEMENTS = array( 'fact-box', 'goal-comparison', 'region-list' );

require __DIR__ . '/includes/class-markup-reader.php';
require __DIR__ . '/includes/class-box.php';
require __DIR__ . '/includes/read-file.php';
require __DIR__ . '/includes/render-box.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/uploads.php';
require __DIR__ . '/includes/settings.php';

add_action( 'init', __NAMESPACE__ . '\register_box' );
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_filter( 'wp_check_filetype_and_ext', __NAMESPACE__ . '\allow_box_as_text', 10, 5 );

/** Registers the block, the shortcode, the script and the translations. */
function register_box() {
	load_plugin_textdomain( 'summit-embeds', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	register_lazy_script();
	$block = register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	if ( $block ) {
		foreach ( $block->editor_script_handles as $handle ) {
			wp_set_script_translations( $handle, 'summit-embeds', __DIR__ . '/languages' );
		}
	}
	add_shortcode( 'summit', __NAMESPACE__ . '\render_shortcode' );
	// Excerpts would drop both. In them a box is plain text.
	add_filter( 'excerpt_allowed_blocks', __NAMESPACE__ . '\allow_block_in_excerpts' );
	add_filter( 'strip_shortcodes_tagnames', __NAMESPACE__ . '\keep_shortcode_in_excerpts' );
}

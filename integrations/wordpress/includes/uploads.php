<?php
/**
 * Uploads of prerendered boxes.
 *
 * @package SummitEmbeds
 */

namespace SummitEmbeds;

defined( 'ABSPATH' ) || exit;

/**
 * Lets everybody who may upload text upload a box in a file that ends with .txt. WordPress refuses it, because it finds
 * HTML in the file. Only a file that contains one box and no script passes, and servers send it as text.
 *
 * @param array        $info     Extension, type and name, or false where WordPress refuses them.
 * @param string       $path     The uploaded file.
 * @param string       $filename Its name.
 * @param array|null   $mimes    Allowed types by extension.
 * @param string|false $found    The type that WordPress found.
 */
function allow_box_as_text( $info, $path, $filename, $mimes = null, $found = '' ): array {
	$info = (array) $info;
	if ( ! empty( $info['type'] ) || ! preg_match( '/\.txt$/iD', (string) $filename ) || 0 !== strpos( (string) $found, 'text/' ) ) {
		return $info;
	}
	$allowed = $mimes ? $mimes : get_allowed_mime_types();
	if ( ! in_array( 'text/plain', $allowed, true ) ) {
		return $info;
	}
	try {
		Markup_Reader::read( read_local_file( $path ) );
	} catch ( Unreadable_Box $problem ) {
		return $info;
	}
	return array( 'ext' => 'txt', 'type' => 'text/plain' ) + $info;
}

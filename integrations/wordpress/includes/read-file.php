<?php
/**
 * Reads prerendered files from the media library or from allowed hosts.
 *
 * @package SummitEmbeds
 */

namespace SummitEmbeds;

defined( 'ABSPATH' ) || exit;

/** The largest file, in bytes. */
const MAX_BYTES = 2 * 1024 * 1024;

/** How long a remote file is kept, in seconds. A correction appears after this time. */
const CACHE_SECONDS = 5 * 60;

/** How long a remote host that fails isn't asked again, in seconds. */
const FAILURE_SECONDS = 60;

/**
 * Reads a box.
 *
 * @param string $file ID of an attachment, or a URL of an upload or of an allowed host.
 * @throws Unreadable_Box With a message for editors.
 */
function read_box( string $file ): Box {
	$path = local_path( $file );
	if ( null !== $path ) {
		// The name of the cached copy changes with the file, so that a new upload is visible at once.
		$source = "$path|" . filemtime( $path ) . '|' . filesize( $path );
	} else {
		check_host( $file );
		$source = $file;
	}
	$name   = 'summit_embeds_' . md5( VERSION . "|$source" );
	$cached = get_transient( $name );
	if ( is_array( $cached ) && isset( $cached['error'] ) ) {
		throw new Unreadable_Box( $cached['error'] );
	}
	if ( is_array( $cached ) && isset( $cached['box'] ) ) {
		return new Box( $cached['box'] );
	}
	try {
		$box = Markup_Reader::read( null === $path ? fetch_file( $file ) : read_local_file( $path ) );
	} catch ( Unreadable_Box $problem ) {
		set_transient( $name, array( 'error' => $problem->getMessage() ), FAILURE_SECONDS );
		throw $problem;
	}
	set_transient( $name, array( 'box' => $box ), null === $path ? CACHE_SECONDS : DAY_IN_SECONDS );
	return new Box( $box );
}

/**
 * The path of a file of the media library. Null for the URL of another place.
 *
 * @throws Unreadable_Box If there is no such file.
 */
function local_path( string $file ): ?string {
	$uploads = wp_upload_dir( null, false );
	$base    = realpath( $uploads['basedir'] );
	if ( preg_match( '/^[0-9]+$/D', $file ) ) {
		$path = get_attached_file( (int) $file );
	} else {
		$url = preg_replace( '~^https?:~', '', $file );
		$own = trailingslashit( preg_replace( '~^https?:~', '', $uploads['baseurl'] ) );
		if ( 0 !== strpos( $url, $own ) ) {
			return null;
		}
		$path = $uploads['basedir'] . '/' . rawurldecode( preg_replace( '/[?#].*$/s', '', substr( $url, strlen( $own ) ) ) );
	}
	// Links and `..` must not lead out of the folder of uploads.
	$real = $path ? realpath( $path ) : false;
	if ( ! $real || ! $base || 0 !== strpos( $real, $base . DIRECTORY_SEPARATOR ) || ! is_file( $real ) ) {
		throw new Unreadable_Box( __( 'There is no such file in the media library.', 'summit-embeds' ) );
	}
	if ( ! preg_match( '/\.(?:html?|txt)$/iD', $real ) ) {
		throw new Unreadable_Box( __( 'Its name must end with .html or .txt.', 'summit-embeds' ) );
	}
	return $real;
}

/** @throws Unreadable_Box If the file is too large. */
function read_local_file( string $path ): string {
	if ( filesize( $path ) > MAX_BYTES ) {
		throw too_large();
	}
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of this server.
	return (string) file_get_contents( $path );
}

/** @throws Unreadable_Box If the host doesn't answer with a file of the allowed size. */
function fetch_file( string $url ): string {
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 5,
			// A redirect could leave the allowed hosts.
			'redirection'         => 0,
			'limit_response_size' => MAX_BYTES + 1,
		)
	);
	if ( is_wp_error( $response ) ) {
		throw new Unreadable_Box( $response->get_error_message() );
	}
	$status = wp_remote_retrieve_response_code( $response );
	if ( 200 !== $status ) {
		/* translators: %d: HTTP status. */
		throw new Unreadable_Box( sprintf( __( 'The server answered with status %d.', 'summit-embeds' ), $status ) );
	}
	$body = wp_remote_retrieve_body( $response );
	if ( strlen( $body ) > MAX_BYTES ) {
		throw too_large();
	}
	return $body;
}

function too_large(): Unreadable_Box {
	return new Unreadable_Box( __( 'It is larger than 2 MB.', 'summit-embeds' ) );
}

/**
 * Checks that the site allows a URL, as a file or as live data.
 *
 * @throws Unreadable_Box If it doesn't.
 */
function check_host( string $url ): void {
	$parts = wp_parse_url( $url );
	$host  = strtolower( $parts['host'] ?? '' );
	if ( ! in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true ) || '' === $host || isset( $parts['user'] ) ) {
		throw new Unreadable_Box( __( 'Write the number of a media file, or a whole URL that starts with https://.', 'summit-embeds' ) );
	}
	if ( ! in_array( $host, allowed_hosts(), true ) ) {
		/* translators: %s: name of a host. */
		throw new Unreadable_Box( sprintf( __( 'The host %s isn’t in the list under Settings → Writing.', 'summit-embeds' ), $host ) );
	}
}

/** The hosts that boxes may come from: the site's own, and those of the setting. */
function allowed_hosts(): array {
	$own   = array( wp_parse_url( home_url(), PHP_URL_HOST ), wp_parse_url( wp_upload_dir( null, false )['baseurl'], PHP_URL_HOST ) );
	$hosts = array_merge( $own, (array) get_option( 'summit_embeds_hosts', array() ) );
	/**
	 * Filters the hosts that files and live data of boxes may come from.
	 *
	 * @param string[] $hosts Names in lower case, without port.
	 */
	return array_filter( (array) apply_filters( 'summit_embeds_hosts', $hosts ) );
}

/** SHA-256 hashes of the style sheets that a prerendered box may have. */
function known_styles(): array {
	static $styles = null;
	$styles        = $styles ?? require __DIR__ . '/style-hashes.php';
	/**
	 * Filters the hashes, for boxes of another version: `summit-embeds render fact-box --csp-hash` prints it in Base64.
	 *
	 * @param string[] $styles In hexadecimal form.
	 */
	return (array) apply_filters( 'summit_embeds_style_hashes', $styles );
}

<?php
/**
 * The block and the shortcode.
 *
 * @package SummitEmbeds
 */

namespace SummitEmbeds;

defined( 'ABSPATH' ) || exit;

/**
 * Renders the block `summit-embeds/box`.
 *
 * @param array $attributes As block.json declares them.
 */
function render_block( $attributes ): string {
	$attributes = (array) $attributes;
	return render_box(
		array(
			'box'           => $attributes['element'] ?? '',
			'file'          => ( $attributes['mediaId'] ?? 0 ) ? $attributes['mediaId'] : ( $attributes['file'] ?? '' ),
			'src'           => $attributes['src'] ?? '',
			'lang'          => $attributes['lang'] ?? '',
			'heading'       => $attributes['heading'] ?? '',
			'heading-level' => $attributes['headingLevel'] ?? 0,
			'options'       => $attributes['options'] ?? '',
		)
	);
}

/**
 * Renders the shortcode `[summit box="fact-box" file="…" src="…" lang="…" heading="…" heading-level="3" options="…"]`.
 *
 * @param array|string $attributes As WordPress parsed them.
 */
function render_shortcode( $attributes ): string {
	$known = array(
		'box'           => '',
		'file'          => '',
		'src'           => '',
		'lang'          => '',
		'heading'       => '',
		'heading-level' => 0,
		'options'       => '',
	);
	return render_box( shortcode_atts( $known, (array) $attributes, 'summit' ) );
}

/** Renders a box, or a message that only editors see. */
function render_box( array $options ): string {
	$options = array_map( static fn( $value ): string => is_scalar( $value ) ? trim( (string) $value ) : '', $options );
	try {
		return '' === $options['file'] ? live_box( $options ) : prerendered_box( $options );
	} catch ( Unreadable_Box $problem ) {
		return message_for_editors( $options['file'] ?: $options['src'], $problem->getMessage() );
	}
}

/** @throws Unreadable_Box If the file or an option is wrong. */
function prerendered_box( array $options ): string {
	$box = read_box( $options['file'] );
	if ( '' !== $options['box'] && $options['box'] !== $box->element() ) {
		/* translators: 1: name of an element, 2: name of another one. */
		throw new Unreadable_Box( sprintf( __( 'It contains %1$s, not %2$s.', 'summit-embeds' ), $box->element(), $options['box'] ) );
	}
	if ( '' !== $options['lang'] && $options['lang'] !== $box->lang() ) {
		/* translators: 1: language tag, 2: another one. */
		throw new Unreadable_Box( sprintf( __( 'Its language is %1$s, not %2$s. Render a file with “--lang %2$s”.', 'summit-embeds' ), $box->lang(), $options['lang'] ) );
	}
	$attributes = parse_options( $options['options'], array( 'refresh' ) );
	if ( '' !== $options['src'] ) {
		check_host( $options['src'] );
		$attributes['src'] = $options['src'];
	}
	$level = heading_level( $options['heading-level'] );
	if ( '' !== $options['heading'] || $level ) {
		$box->set_heading( $options['heading'], $level );
	}
	if ( is_plain_context() ) {
		return $box->plain_html();
	}
	$box->set_attributes( $attributes );
	wp_enqueue_script( SCRIPT );
	$note = $box->has_known_style() ? '' : message_for_editors(
		$options['file'],
		/* translators: %s: version. */
		sprintf( __( 'Only the plain layer is shown: the file has no style sheet of version %s. Render it again.', 'summit-embeds' ), VERSION )
	);
	return $note . $box->html();
}

/**
 * A box without a file: the page's script loads its data. Until then, and without script, readers see a link.
 *
 * @throws Unreadable_Box If an option is wrong.
 */
function live_box( array $options ): string {
	if ( '' === $options['src'] ) {
		throw new Unreadable_Box( __( 'Choose a prerendered file.', 'summit-embeds' ) );
	}
	if ( ! in_array( $options['box'], ELEMENTS, true ) ) {
		/* translators: %s: names of elements. */
		throw new Unreadable_Box( sprintf( __( 'Name one of these elements: %s.', 'summit-embeds' ), implode( ', ', ELEMENTS ) ) );
	}
	check_host( $options['src'] );
	$level      = heading_level( $options['heading-level'] );
	$attributes = array_filter(
		array(
			'src'           => $options['src'],
			'lang'          => preg_match( '/^[a-zA-Z0-9-]{1,35}$/D', $options['lang'] ) ? $options['lang'] : '',
			'heading'       => $options['heading'],
			'heading-level' => $level ? (string) $level : '',
		),
		'strlen'
	);
	$names      = array_diff( Markup_Reader::box_attributes(), array( 'src', 'lang', 'heading', 'heading-level' ) );
	$attributes = $attributes + parse_options( $options['options'], $names );
	$text       = '' === $options['heading'] ? __( 'The data of this box', 'summit-embeds' ) : $options['heading'];
	$link       = '<a href="' . esc_url( $options['src'] ) . '">' . esc_html( $text ) . '</a>';
	if ( is_plain_context() ) {
		return "<p>$link</p> ";
	}
	wp_enqueue_script( SCRIPT );
	$written = '';
	foreach ( $attributes as $name => $value ) {
		$written .= " $name=\"" . esc_attr( $value ) . '"';
	}
	return "<div><summit-{$options['box']}$written>$link</summit-{$options['box']}></div>";
}

/**
 * Parses options such as `refresh=60 no-map`.
 *
 * @param string   $text  Names with values; a value with spaces is in quotation marks.
 * @param string[] $names The allowed names.
 * @throws Unreadable_Box If there is another name.
 */
function parse_options( string $text, array $names ): array {
	$options = array();
	preg_match_all( '/([^\s=]+)(?:=(?:"([^"]*)"|(\S*)))?/', $text, $found, PREG_SET_ORDER );
	foreach ( $found as $option ) {
		if ( ! in_array( $option[1], $names, true ) ) {
			/* translators: 1: name of an option, 2: list of names. */
			throw new Unreadable_Box( sprintf( __( 'The option %1$s can’t be set here, only: %2$s. For a prerendered file, set it when you render.', 'summit-embeds' ), $option[1], implode( ', ', $names ) ) );
		}
		$value = ( $option[3] ?? '' ) . ( $option[2] ?? '' );
		if ( preg_match( '/-url$/', $option[1] ) && '' === esc_url_raw( $value, array( 'http', 'https' ) ) ) {
			continue;
		}
		$options[ $option[1] ] = $value;
	}
	return $options;
}

function heading_level( string $value ): int {
	return preg_match( '/^[1-6]$/D', $value ) ? (int) $value : 0;
}

/** Whether only plain HTML is useful: feeds, excerpts, the REST API, AMP pages. Their readers know neither templates nor our elements. */
function is_plain_context(): bool {
	$is_plain = is_feed()
		|| doing_filter( 'get_the_excerpt' )
		|| ( defined( 'REST_REQUEST' ) && REST_REQUEST )
		|| ( function_exists( 'amp_is_request' ) && amp_is_request() );
	/**
	 * Filters whether only the plain layer of a box is printed.
	 *
	 * @param bool $is_plain
	 */
	return (bool) apply_filters( 'summit_embeds_is_plain', $is_plain );
}

/** A message about a problem. Readers, feeds and excerpts don't get it. */
function message_for_editors( string $file, string $message ): string {
	$post = get_the_ID();
	if ( is_feed() || doing_filter( 'get_the_excerpt' ) || ! ( $post ? current_user_can( 'edit_post', $post ) : current_user_can( 'edit_posts' ) ) ) {
		return '';
	}
	/* translators: 1: URL or number of a file, 2: what is wrong. */
	$text = sprintf( __( 'Summit box %1$s: %2$s (Only editors see this message.)', 'summit-embeds' ), $file, $message );
	return '<p class="summit-embeds-problem" role="status">' . esc_html( $text ) . '</p>';
}

/** Adds the block to those that excerpts contain. */
function allow_block_in_excerpts( array $blocks ): array {
	$blocks[] = 'summit-embeds/box';
	return $blocks;
}

/** Removes our shortcode from those that excerpts drop. */
function keep_shortcode_in_excerpts( array $names ): array {
	return doing_filter( 'get_the_excerpt' ) ? array_diff( $names, array( 'summit' ) ) : $names;
}

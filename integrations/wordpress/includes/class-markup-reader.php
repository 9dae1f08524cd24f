<?php
/**
 * Strict reader of prerendered markup.
 *
 * @package SummitEmbeds
 */

namespace SummitEmbeds;

defined( 'ABSPATH' ) || exit;

/**
 * Reads HTML as `summit-embeds render` writes it, and nothing else: lower-case tags, attributes in double quotes, every
 * tag closed, no comments. Only the tags and attributes below are allowed. It returns tokens, from which the page is
 * written again, so that no text of the file reaches the page unread.
 */
final class Markup_Reader {
	/** The patterns of attribute values. An attribute that isn't listed for its tag is an error. */
	private const VALUES = array(
		'any'    => '/^/',
		'none'   => '/^$/',
		'word'   => '/^[a-zA-Z][a-zA-Z-]*$/',
		'words'  => '/^[a-zA-Z0-9_ -]*$/',
		'lang'   => '/^[a-zA-Z0-9-]{1,35}$/',
		'dir'    => '/^(?:ltr|rtl|auto)$/',
		'number' => '/^-?[0-9]*\.?[0-9]+%?$/',
		'list'   => '/^[-0-9. ]+$/',
		'moved'  => '/^translate\([-0-9. ]+\) scale\([0-9.]+\)$/',
		'path'   => '/^[MLHVCSQTAZmlhvcsqtaz0-9 ,.-]*$/',
		'link'   => '~^(?:https?://[^\s/]|#summit-)~i',
	);

	/** Attributes that several tags of the shadow layer may have. */
	private const SHARED = array(
		'class'           => 'words',
		'part'            => 'words',
		'dir'             => 'dir',
		'lang'            => 'lang',
		'role'            => 'word',
		'data-id'         => 'any',
		'data-region'     => 'any',
		'aria-label'      => 'any',
		'aria-labelledby' => 'word',
		'aria-hidden'     => 'word',
		'aria-level'      => 'number',
		'aria-colspan'    => 'number',
		'aria-colindex'   => 'number',
		'aria-rowspan'    => 'number',
	);

	/** Tags of the shadow layer, and the attributes that only they have. */
	private const SHADOW = array(
		'section'    => array( 'data-key' => 'any' ),
		'h1'         => array( 'id' => 'word' ),
		'h2'         => array( 'id' => 'word' ),
		'h3'         => array( 'id' => 'word' ),
		'h4'         => array( 'id' => 'word' ),
		'h5'         => array( 'id' => 'word' ),
		'h6'         => array( 'id' => 'word' ),
		'a'          => array( 'href' => 'link' ),
		'slot'       => array( 'name' => 'word' ),
		'th'         => array( 'scope' => 'word', 'width' => 'number', 'colspan' => 'number', 'rowspan' => 'number' ),
		'td'         => array( 'colspan' => 'number', 'rowspan' => 'number' ),
		'svg'        => array( 'viewBox' => 'list', 'width' => 'number', 'height' => 'number', 'preserveAspectRatio' => 'words', 'fill' => 'word', 'fill-opacity' => 'number' ),
		'path'       => array( 'd' => 'path', 'transform' => 'moved' ),
		'text'       => array( 'x' => 'number', 'y' => 'number' ),
		'circle'     => array( 'cx' => 'number', 'cy' => 'number', 'r' => 'number' ),
		'rect'       => array( 'x' => 'number', 'y' => 'number', 'width' => 'number', 'height' => 'number', 'fill' => 'word', 'fill-opacity' => 'number' ),
		'line'       => array( 'x1' => 'number', 'y1' => 'number', 'x2' => 'number', 'y2' => 'number' ),
		'g'          => array(),
		'div'        => array(),
		'details'    => array(),
		'summary'    => array(),
		'span'       => array(),
		'p'          => array(),
		'b'          => array(),
		'small'      => array(),
		'bdi'        => array(),
		'q'          => array(),
		'blockquote' => array(),
		'ul'         => array(),
		'ol'         => array(),
		'li'         => array(),
		'dl'         => array(),
		'dt'         => array(),
		'dd'         => array(),
		'table'      => array(),
		'thead'      => array(),
		'tbody'      => array( 'valign' => 'word' ),
		'tr'         => array(),
		'figure'     => array(),
		'figcaption' => array(),
		'footer'     => array(),
	);

	/** Tags of the plain layer, with all their attributes. It has no classes and no ids. */
	private const PLAIN = array(
		'section'    => array( 'dir' => 'dir', 'lang' => 'lang' ),
		'p'          => array( 'aria-level' => 'number', 'role' => 'word', 'dir' => 'dir', 'lang' => 'lang' ),
		'span'       => array( 'dir' => 'dir', 'lang' => 'lang' ),
		'bdi'        => array( 'dir' => 'dir', 'lang' => 'lang' ),
		'q'          => array( 'dir' => 'dir', 'lang' => 'lang' ),
		'blockquote' => array( 'dir' => 'dir', 'lang' => 'lang' ),
		'a'          => array( 'href' => 'link' ),
		'th'         => array( 'scope' => 'word', 'width' => 'number', 'colspan' => 'number', 'rowspan' => 'number' ),
		'td'         => array( 'colspan' => 'number', 'rowspan' => 'number' ),
		'tbody'      => array( 'valign' => 'word' ),
		'b'          => array(),
		'small'      => array(),
		'ul'         => array(),
		'ol'         => array(),
		'li'         => array(),
		'dl'         => array(),
		'dt'         => array(),
		'dd'         => array(),
		'table'      => array(),
		'thead'      => array(),
		'tr'         => array(),
	);

	/** Attributes of the box itself. */
	private const BOX = array(
		'lang'          => 'lang',
		'heading'       => 'any',
		'heading-level' => 'number',
		'scheme'        => 'word',
		'src'           => 'any',
		'refresh'       => 'number',
		'policy-url'    => 'any',
		'feedback-url'  => 'any',
		'summit'        => 'any',
		'actors'        => 'any',
		'topics'        => 'any',
		'facts'         => 'any',
		'no-map'        => 'none',
	);

	/** The names of the box's attributes. */
	public static function box_attributes(): array {
		return array_keys( self::BOX );
	}

	/**
	 * Reads a file that contains one box.
	 *
	 * @param string $html The whole file.
	 * @return array{element: string, attributes: array<string, string>, style: string, shadow: list<array>, plain: list<array>}
	 * @throws Unreadable_Box With a message for editors.
	 */
	public static function read( string $html ): array {
		$html = trim( $html );
		if ( ! mb_check_encoding( $html, 'UTF-8' ) || preg_match( '/[\x00-\x08\x0b\x0c\x0e-\x1f]/', $html ) ) {
			throw new Unreadable_Box( __( 'It isn’t text in UTF-8.', 'summit-embeds' ) );
		}
		$reader = new self( $html );
		return $reader->read_box();
	}

	/** @var string */
	private $html;
	/** @var int */
	private $at = 0;

	private function __construct( string $html ) {
		$this->html = $html;
	}

	private function read_box(): array {
		$box     = $this->read_token();
		$element = 'open' === $box['kind'] ? preg_replace( '/^summit-/', '', $box['name'] ) : '';
		if ( "summit-$element" !== ( $box['name'] ?? '' ) || ! in_array( $element, ELEMENTS, true ) ) {
			throw new Unreadable_Box( __( 'It doesn’t start with a summit element. Write it with “summit-embeds render”.', 'summit-embeds' ) );
		}
		$this->check_attributes( $box, self::BOX );
		$style  = '';
		$shadow = array();
		if ( 0 === substr_compare( $this->html, '<template', $this->at, 9 ) ) {
			$template = $this->read_token();
			$this->check_attributes( $template, array( 'shadowrootmode' => 'word', 'shadowrootclonable' => 'none' ) );
			if ( 'open' !== ( $template['attributes']['shadowrootmode'] ?? '' ) ) {
				throw $this->unexpected( 'template' );
			}
			$style  = $this->read_style();
			$shadow = $this->read_section( self::SHADOW, self::SHARED );
			$this->expect( '</template>' );
		}
		$plain = $this->read_section( self::PLAIN, array() );
		$this->expect( "</summit-$element>" );
		if ( strlen( $this->html ) !== $this->at ) {
			throw new Unreadable_Box( __( 'There is more in the file than one box.', 'summit-embeds' ) );
		}
		return array(
			'element'    => $element,
			'attributes' => $box['attributes'],
			'style'      => $style,
			'shadow'     => $shadow,
			'plain'      => $plain,
		);
	}

	/** The text of the style element. A style sheet contains no `<`. */
	private function read_style(): string {
		if ( ! preg_match( '~\G<style(?: nonce="[^"<>]*")?>([^<]*)</style>~', $this->html, $found, 0, $this->at ) ) {
			throw $this->unexpected( 'style' );
		}
		$this->at += strlen( $found[0] );
		return $found[1];
	}

	/**
	 * Reads a section with everything in it.
	 *
	 * @param array<string, array<string, string>> $tags   The allowed tags.
	 * @param array<string, string>                $shared The attributes of all of them.
	 * @return list<array>
	 */
	private function read_section( array $tags, array $shared ): array {
		$tokens = array();
		$open   = array();
		do {
			$token = $this->read_token();
			if ( 'open' === $token['kind'] ) {
				$name = $token['name'];
				if ( ! isset( $tags[ $name ] ) || ( ! $open && 'section' !== $name ) || count( $open ) > 60 ) {
					throw $this->unexpected( $name );
				}
				$this->check_attributes( $token, $tags[ $name ] + $shared );
				$open[] = $name;
			} elseif ( ! $open ) {
				throw new Unreadable_Box( __( 'Its plain layer is missing. Write it with “summit-embeds render --as both”.', 'summit-embeds' ) );
			} elseif ( 'close' === $token['kind'] && array_pop( $open ) !== $token['name'] ) {
				throw $this->unexpected( '/' . $token['name'] );
			}
			$tokens[] = $token;
		} while ( $open );
		return $tokens;
	}

	/** The next tag or text. */
	private function read_token(): array {
		$tag = '~\G(?:<(/?)([a-z][a-z0-9-]*)((?: [a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*+")?)*+)>|([^<>]++))~';
		if ( ! preg_match( $tag, $this->html, $found, 0, $this->at ) ) {
			throw $this->unexpected( trim( substr( $this->html, $this->at, 20 ), '<' ) );
		}
		$this->at += strlen( $found[0] );
		if ( isset( $found[4] ) ) {
			return array( 'kind' => 'text', 'text' => self::decode( $found[4] ) );
		}
		if ( '/' === $found[1] ) {
			if ( '' !== $found[3] ) {
				throw $this->unexpected( '/' . $found[2] );
			}
			return array( 'kind' => 'close', 'name' => $found[2] );
		}
		preg_match_all( '~ ([a-zA-Z0-9-]+)(?:="([^"]*)")?~', $found[3], $written, PREG_SET_ORDER );
		$attributes = array();
		foreach ( $written as $attribute ) {
			if ( isset( $attributes[ $attribute[1] ] ) ) {
				throw $this->unexpected( $attribute[1] );
			}
			$attributes[ $attribute[1] ] = self::decode( $attribute[2] ?? '' );
		}
		return array( 'kind' => 'open', 'name' => $found[2], 'attributes' => $attributes );
	}

	private static function decode( string $text ): string {
		return html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}

	private function check_attributes( array $token, array $allowed ): void {
		foreach ( $token['attributes'] as $name => $value ) {
			if ( ! isset( $allowed[ $name ] ) || ! preg_match( self::VALUES[ $allowed[ $name ] ] . 'D', $value ) ) {
				throw $this->unexpected( "{$token['name']} $name" );
			}
		}
	}

	private function expect( string $text ): void {
		if ( substr( $this->html, $this->at, strlen( $text ) ) !== $text ) {
			throw $this->unexpected( trim( substr( $this->html, $this->at, 20 ), '<' ) );
		}
		$this->at += strlen( $text );
	}

	private function unexpected( string $what ): Unreadable_Box {
		/* translators: 1: name of a tag or attribute, 2: number of a character. */
		return new Unreadable_Box( sprintf( __( 'It has “%1$s” at character %2$d, which “summit-embeds render” doesn’t write.', 'summit-embeds' ), $what, $this->at ) );
	}
}

/** A box that can't be shown. The message is for editors. */
final class Unreadable_Box extends \Exception {}

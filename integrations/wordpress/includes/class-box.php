<?php
/**
 * Writes a box into a page.
 *
 * @package SummitEmbeds
 */

namespace SummitEmbeds;

defined( 'ABSPATH' ) || exit;

/** A prerendered box that was read and checked, with the changes that the post asks for. */
final class Box {
	/** @var array As Markup_Reader::read returns it. */
	private $box;

	/** @param array $box As Markup_Reader::read returns it. */
	public function __construct( array $box ) {
		$this->box = $box;
	}

	/** The name of the element without `summit-`. */
	public function element(): string {
		return $this->box['element'];
	}

	/** The language of the box. */
	public function lang(): string {
		return $this->box['attributes']['lang'] ?? '';
	}

	/** Whether the style sheet is one of ours. Without it, only the plain layer can be shown. */
	public function has_known_style(): bool {
		return '' !== $this->box['style'] && in_array( hash( 'sha256', $this->box['style'] ), known_styles(), true );
	}

	/** Sets attributes that don't change what is shown, such as `src`. */
	public function set_attributes( array $attributes ): void {
		$this->box['attributes'] = $attributes + $this->box['attributes'];
	}

	/**
	 * Changes heading and heading level in both layers, and in the key by which the element recognizes its markup.
	 *
	 * @param string $heading Empty to keep it.
	 * @param int    $level   1 to 6, or 0 to keep it.
	 */
	public function set_heading( string $heading, int $level ): void {
		$before = $this->box['attributes'] + array( 'heading' => '', 'heading-level' => '' );
		$after  = array_filter( array( 'heading' => $heading, 'heading-level' => $level ? (string) $level : '' ), 'strlen' ) + $before;
		$shift  = (int) ( $after['heading-level'] ?: 3 ) - (int) ( $before['heading-level'] ?: 3 );

		$this->box['attributes'] = array_filter( $after, 'strlen' ) + $this->box['attributes'];
		$this->box['shadow']     = self::with_heading( $this->box['shadow'], $heading );
		$this->box['plain']      = self::with_heading( $this->box['plain'], $heading );
		foreach ( array( 'shadow', 'plain' ) as $layer ) {
			foreach ( $this->box[ $layer ] as &$token ) {
				if ( isset( $token['name'] ) && preg_match( '/^h([1-6])$/', $token['name'], $found ) ) {
					$token['name'] = 'h' . min( 6, max( 1, (int) $found[1] + $shift ) );
				}
				if ( isset( $token['attributes']['aria-level'] ) ) {
					$token['attributes']['aria-level'] = (string) max( 1, (int) $token['attributes']['aria-level'] + $shift );
				}
			}
			unset( $token );
		}
		if ( isset( $this->box['shadow'][0]['attributes']['data-key'] ) ) {
			$key   = &$this->box['shadow'][0]['attributes']['data-key'];
			$parts = explode( '|', $key, 5 );
			$old   = "{$before['heading']}|{$before['heading-level']}|";
			if ( 5 === count( $parts ) && 0 === strpos( $parts[4], $old ) ) {
				$parts[4] = "{$after['heading']}|{$after['heading-level']}|" . substr( $parts[4], strlen( $old ) );
				$key      = implode( '|', $parts );
			}
		}
	}

	/** The tokens with another text in the first heading. */
	private static function with_heading( array $tokens, string $heading ): array {
		if ( '' === $heading ) {
			return $tokens;
		}
		$is_written = false;
		$depth      = 0;
		$result     = array();
		foreach ( $tokens as $token ) {
			if ( $depth > 0 ) {
				// In the heading: its formatting stays, its text is replaced.
				$depth += 'open' === $token['kind'] ? 1 : ( 'close' === $token['kind'] ? -1 : 0 );
				if ( 'text' === $token['kind'] ) {
					if ( $is_written ) {
						continue;
					}
					$token['text'] = $heading;
					$is_written    = true;
				}
			} elseif ( ! $is_written && 'open' === $token['kind'] ) {
				$is_heading = 'heading' === ( $token['attributes']['id'] ?? '' ) || 'heading' === ( $token['attributes']['role'] ?? '' );
				$depth      = $is_heading ? 1 : 0;
			}
			$result[] = $token;
		}
		return $result;
	}

	/** The element with both layers, or with the plain layer only if the style sheet isn't ours. */
	public function html(): string {
		$tag  = "summit-{$this->box['element']}";
		$root = '';
		if ( $this->has_known_style() ) {
			/**
			 * Filters the nonce of the style element, for a Content Security Policy that needs one.
			 *
			 * @param string $nonce Empty for none.
			 */
			$nonce = (string) apply_filters( 'summit_embeds_style_nonce', '' );
			$style = '<style' . ( '' === $nonce ? '' : ' nonce="' . esc_attr( $nonce ) . '"' ) . ">{$this->box['style']}</style>";
			$root  = '<template shadowrootmode="open" shadowrootclonable="">' . $style . self::write( $this->box['shadow'] ) . '</template>';
		}
		// The <div> protects the box from paragraph filters.
		return "<div><$tag" . self::write_attributes( $this->box['attributes'] ) . '>' . $root . self::write( $this->box['plain'] ) . "</$tag></div>";
	}

	/** The plain layer only, for feeds, excerpts and the REST API. A space ends each block, so that words stay apart without tags. */
	public function plain_html(): string {
		return self::write( $this->box['plain'], ' ' );
	}

	/** Writes tokens as HTML. */
	private static function write( array $tokens, string $after_block = '' ): string {
		$html = '';
		foreach ( $tokens as $token ) {
			if ( 'text' === $token['kind'] ) {
				$html .= self::escape( $token['text'] );
			} elseif ( 'open' === $token['kind'] ) {
				$html .= "<{$token['name']}" . self::write_attributes( $token['attributes'] ) . '>';
			} else {
				$is_block = ! in_array( $token['name'], array( 'b', 'small', 'a', 'bdi', 'span', 'q' ), true );
				$html    .= "</{$token['name']}>" . ( $is_block ? $after_block : '' );
			}
		}
		return $html;
	}

	private static function write_attributes( array $attributes ): string {
		$html = '';
		foreach ( $attributes as $name => $value ) {
			$html .= " $name=\"" . self::escape( $value ) . '"';
		}
		return $html;
	}

	/**
	 * Escapes text for HTML, and from the filters that WordPress runs over finished pages: curly quotes, dashes, smileys,
	 * shortcodes. What these look for becomes a character reference.
	 */
	private static function escape( string $text ): string {
		$text = htmlspecialchars( $text, ENT_NOQUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8' );
		return preg_replace_callback(
			'/["\'`:()\[\]{}*\r\n]|(?<!&amp|&lt|&gt);|-(?=[- ])|(?<=[- ])-|\.(?=\.)|(?<=\.)\.|(?<=[0-9])[xX](?=[0-9])/',
			static function ( array $found ): string {
				return '&#' . ord( $found[0] ) . ';';
			},
			$text
		);
	}
}

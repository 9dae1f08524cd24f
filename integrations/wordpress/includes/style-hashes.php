<?php
/**
 * SHA-256 hashes of the style sheets in prerendered boxes. The build adds those of its version.
 *
 * @package SummitEmbeds
 */

return array();

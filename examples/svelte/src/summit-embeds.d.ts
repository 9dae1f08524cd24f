// The tags in markup, with their properties and events.
import type {} from 'summit-embeds/types/svelte';

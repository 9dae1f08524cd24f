// The tags in templates, with their properties and events.
import type {} from 'summit-embeds/types/vue';

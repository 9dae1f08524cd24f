// The tags in JSX, with their properties and events.
import type {} from 'summit-embeds/types/react';

import type {ReactNode} from 'react';

/** A box as it stands on a page, in the typeface of a news site rather than that of the docs. */
export function Live({children}: {children: ReactNode}): ReactNode {
  return <div className="live sb-unstyled">{children}</div>;
}

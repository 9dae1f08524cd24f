import type {Metadata} from 'next';
import Link from 'next/link';
import type {ReactNode} from 'react';

export const metadata: Metadata = {title: 'Summit boxes in Next.js'};

export default function Layout({children}: {children: ReactNode}) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <nav>
          <Link href="/">The boxes</Link> <Link href="/about">About</Link>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  );
}

import { Link } from "@/components/ui/link";
import "./sub-nav.css";

interface SubPage {
  href: string;
  label: string;
  current: boolean;
}

/** The pages that belong together under one of the course's tabs. */
export function SubNav({ label, pages }: { label: string; pages: readonly SubPage[] }) {
  return (
    <nav className="ev-nav" aria-label={label}>
      {pages.map((page) => (
        <Link
          key={page.href}
          prefetch={false}
          href={page.href}
          aria-current={page.current ? "page" : undefined}
        >
          {page.label}
        </Link>
      ))}
    </nav>
  );
}

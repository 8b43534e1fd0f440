"use client";

import NextLink, { useLinkStatus } from "next/link";
import { type ComponentProps, useEffect } from "react";
import { setOut } from "./under-way";

/** A link within the product: while the page it leads to is on its way, the frame says so. */
export function Link({ children, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink {...rest}>
      {children}
      <OnItsWay />
    </NextLink>
  );
}

function OnItsWay() {
  const { pending } = useLinkStatus();
  useEffect(() => (pending ? setOut() : undefined), [pending]);
  return null;
}

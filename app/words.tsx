"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import messages from "@/messages/en.json";

/** The words for what runs in the browser. They come with the scripts, which it keeps, and not with every page. */
export function Words({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}

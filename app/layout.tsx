import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import { KeepTypedEarly } from "@/components/device/keep-typed-early";
import { noteTyping } from "@/components/device/typed-early";
import { Opening } from "@/components/frame/opening";
import { TrpcProvider } from "@/components/trpc/client";
import { Words } from "./words";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Glossa", template: "%s · Glossa" },
  description: "A course reads a source together, argues from it, and is graded on the argument.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  // What one writes in stays above the keyboard of a phone.
  interactiveWidget: "resizes-content",
};

export default async function Layout({ children }: { children: ReactNode }) {
  // The page's policy runs no script without it. Reading it here also means that no page is rendered ahead of time.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <script nonce={nonce} suppressHydrationWarning>
          {noteTyping}
        </script>
        <KeepTypedEarly />
        <ThemeProvider attribute="data-theme" defaultTheme="system" nonce={nonce}>
          <Words>
            <Opening />
            <TrpcProvider>{children}</TrpcProvider>
            <Toaster
              position="bottom-center"
              toastOptions={{ unstyled: true, classNames: { toast: "toast", actionButton: "btn" } }}
            />
          </Words>
        </ThemeProvider>
      </body>
    </html>
  );
}

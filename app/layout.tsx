import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import { TrpcProvider } from "@/components/trpc/client";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Glossa", template: "%s · Glossa" },
  description: "A course reads a source together, argues from it, and is graded on the argument.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="data-theme" defaultTheme="system" disableTransitionOnChange>
          <NextIntlClientProvider>
            <TrpcProvider>{children}</TrpcProvider>
            <Toaster
              position="bottom-center"
              toastOptions={{ unstyled: true, classNames: { toast: "toast" } }}
            />
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}

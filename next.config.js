import createNextIntlPlugin from "next-intl/plugin";

const withWords = createNextIntlPlugin("./server/adapters/words.ts");

const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // server/main.ts compresses, with a window that spans a page.
  compress: false,
  serverExternalPackages: ["@node-rs/argon2", "pg", "eld"],
  headers: async () => [{ source: "/:path*", headers }],
};

export default withWords(config);

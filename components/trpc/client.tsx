"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, isNonJsonSerializable, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import { PERSON_HEADER } from "@/domain/outbox/person-header";
import type { AppRouter } from "@/server/trpc/root";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

const url = "/api/trpc";

/** Whose a queued write is, so that it is not done in the name of whoever signed in since. */
const personHeader = (personId: unknown) =>
  typeof personId === "string" ? { [PERSON_HEADER]: personId } : {};

const makeClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "mutation" || isNonJsonSerializable(operation.input),
        // Each write travels alone: one that fails must not hold up another.
        true: httpLink({
          url,
          transformer: superjson,
          headers: ({ op }) => personHeader(op.context.personId),
        }),
        false: httpBatchLink({ url, transformer: superjson, maxURLLength: 6000 }),
      }),
    ],
  });

const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 1 } },
  });

export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

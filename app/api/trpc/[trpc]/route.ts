import { handleApiRequest } from "@/server/trpc/http";

export { handleApiRequest as GET, handleApiRequest as POST };

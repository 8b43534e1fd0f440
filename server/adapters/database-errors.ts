import { Prisma } from "@/prisma/client/client";

const DEADLOCK = "40P01";

const textAt = (value: unknown, ...path: string[]): string => {
  const found = path.reduce<unknown>(
    (held, key) => (typeof held === "object" && held !== null ? Reflect.get(held, key) : undefined),
    value,
  );
  return typeof found === "string" ? found : "";
};

/** What the database itself said, in its own words and under its own code. */
const saidBy = ({ meta }: Prisma.PrismaClientKnownRequestError) => ({
  code: textAt(meta, "driverAdapterError", "cause", "originalCode"),
  message: textAt(meta, "driverAdapterError", "cause", "originalMessage"),
});

/** Whether a transaction was ended because it and another waited for one another. */
export const isDeadlock = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2034" || saidBy(error).code === DEADLOCK);

/** Whether a row was written that names another one which is not there: taking one away is a matter of its own. */
export const hangsOnNothing = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  error.code === "P2003" &&
  saidBy(error).message.startsWith("insert or update");

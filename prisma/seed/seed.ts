import { disconnect } from "@/server/adapters/db";
import { writeDemo } from "./demo";

await writeDemo(new Date());
await disconnect();

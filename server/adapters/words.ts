import { getRequestConfig } from "next-intl/server";
import messages from "@/messages/en.json";

/** One language so far. Instants are formatted in a zone named where they are shown, so this default is never seen. */
export default getRequestConfig(async () => ({ locale: "en", timeZone: "UTC", messages }));

import { getRequestConfig } from "next-intl/server";
import messages from "@/messages/en.json";

/** One language so far; its dates are written day first, with a clock of 24 hours. Instants are formatted in a zone named where they are shown, so this default is never seen. */
export default getRequestConfig(async () => ({ locale: "en-GB", timeZone: "UTC", messages }));

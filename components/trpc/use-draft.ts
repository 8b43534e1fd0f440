export { useDraft } from "@/components/device/use-draft";

import { getTranslations } from "next-intl/server";
import { Bones } from "@/components/ui/bones";

export default async function Loading() {
  const t = await getTranslations("ui");
  return (
    <div className="page-reader">
      <div className="spread">
        <div className="rail" />
        <main className="sheet" id="main">
          <div className="page mast">
            <Bones lines={18} label={t("loading")} />
          </div>
        </main>
      </div>
    </div>
  );
}

import { getTranslations } from "next-intl/server";
import { Frame } from "@/components/frame/frame";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";

export default async function NotFound() {
  const t = await getTranslations("lost");
  return (
    <Frame crumbs={[]} tabs={[]} me={null}>
      <main id="main" className="page-account">
        <h1 className="vh">{t("title")}</h1>
        <Blank title={t("title")}>
          <p>{t("body")}</p>
          <Link className="btn" href="/courses">
            {t("back")}
          </Link>
        </Blank>
      </main>
    </Frame>
  );
}

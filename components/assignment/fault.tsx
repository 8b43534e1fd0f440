import { CircleAlert } from "lucide-react";

interface Props {
  id?: string;
  children: string;
}

/** What is amiss, beside its field. */
export function Fault({ id, children }: Props) {
  return (
    <p className="err" role="alert" id={id}>
      <CircleAlert className="i" aria-hidden="true" />
      {children}
    </p>
  );
}

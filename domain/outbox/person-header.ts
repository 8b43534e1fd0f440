/** Names the membership in whose name a queued write was made; another's session must not send it. */
export const PERSON_HEADER = "x-glossa-person";

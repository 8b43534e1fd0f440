/** What decides whether an assignment's conversation is open to somebody. Times are instants. */
export interface Schedule {
  publishedAt: Date | null;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
}

export const visibilities = ["open", "postFirst", "closedUntilDue"] as const;

export interface Discussion extends Schedule {
  visibility: (typeof visibilities)[number];
  postFirst: number;
}

export const hasOpened = (schedule: Schedule, now: Date) =>
  schedule.publishedAt !== null && schedule.opensAt <= now;

/** The last moment counts as open: what is sent at 23:59:59.999 of a 23:59:59.999 deadline is taken. */
export const isClosed = (schedule: Pick<Schedule, "closesAt">, now: Date) => now > schedule.closesAt;

/**
 * May a student see classmates' answers to a prompt?
 * @param shown whether others' words show in its assignment at all
 * @param ownPosted whether the student's own answer is posted and stands
 */
export const answersVisible = (shown: boolean, prompt: { postFirst: boolean }, ownPosted: boolean) =>
  shown && (!prompt.postFirst || ownPosted);

/**
 * May a student see classmates' words in this conversation?
 * @param ownComments how many comments to the group the student has posted here and not deleted
 */
export function othersVisible(discussion: Discussion, ownComments: number, now: Date): boolean {
  switch (discussion.visibility) {
    case "open":
      return true;
    case "postFirst":
      return ownComments >= discussion.postFirst;
    case "closedUntilDue":
      return now > discussion.dueAt;
  }
}

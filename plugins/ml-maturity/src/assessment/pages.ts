/** Pages beside the questions; no check has such an id. */
export const REVIEW = '~review';
export const REPORT = '~report';

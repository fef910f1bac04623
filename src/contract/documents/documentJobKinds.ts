/** Kinds of background work on documents, by which a page finds what was left running. */
export const documentJobKinds = ['draftDocuments', 'issueDocuments', 'packDocuments'] as const

/** 附件的拒绝. */
export type FilesRefusalValues = Readonly<Record<never, never>>

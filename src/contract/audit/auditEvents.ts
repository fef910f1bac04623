/** 留痕自身的留痕事件: who took it out of the system. */
export interface AuditEvents {
  readonly trailExported: {
    readonly form: 'NDJSON' | 'Excel'
    readonly lines: number
    readonly filters: string
  }
}

/** 留痕自身事件的句子. */
export const auditEventSentences: { readonly [K in keyof AuditEvents]: (values: AuditEvents[K]) => string } =
  {
    trailExported: ({ form, lines, filters }) =>
      `导出留痕 ${lines} 条（${form}${filters === '' ? '，全部' : `，${filters}`}）`,
  }

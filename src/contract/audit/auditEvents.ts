/** Trail events of the trail itself: who took it out of the system. */
export const auditEvents = {
  trailExported: ({ form, lines, filters }: { form: 'NDJSON' | 'Excel'; lines: number; filters: string }) =>
    `导出留痕 ${lines} 条（${form}${filters === '' ? '，全部' : `，${filters}`}）`,
}

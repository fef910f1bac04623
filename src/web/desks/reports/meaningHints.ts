import type { Terms } from './reportTypes.ts'

/** What belongs in a part, by its meaning. (六（二）) */
export const meaningHints: { readonly [M in Terms['sections'][number]['meaning']]: string } = {
  results: '写本人作为第一责任人抓了什么、抓成了什么；不写成单位工作总结，也不写成班子述职。',
  practice: '写最有特色、别处可学的一两项做法：怎样做、成效如何。',
  problems: '一项一项写本人抓党建的问题，每项写明原因，从本人身上找。',
  nextSteps: '针对上面的问题逐项写怎样改、何时改到什么程度；具体措施和时限填进下面的问题清单。',
  lastYear: '对照上年度的问题清单，逐项写改了没有、改到什么程度，没有改完的写明原因。',
}

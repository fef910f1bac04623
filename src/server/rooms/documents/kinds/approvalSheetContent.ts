import { toInstant } from '../../../platform/database/toInstant.ts'
import { formatInstant } from '../../../platform/formatInstant.ts'
import { type DocumentSource, resultsOf } from '../documentYear.ts'
import type { KindContent } from './kindContent.ts'

/** Draws up the sheet with the leading group's written opinion on the result (结果审定表). (五（一）) */
export function approvalSheetContent({ scored, seal }: DocumentSource): KindContent {
  return {
    title: `${scored.year}年度述职评议考核结果审定表`,
    addressee: '党的建设工作领导小组',
    data: () => ({
      考核对象数: String(resultsOf(scored).size),
      审定人: seal.judgedBy ?? '',
      审定日期: seal.judgedAt === null ? '' : formatInstant(toInstant(seal.judgedAt)),
      审定意见: seal.opinion || '（没有另写意见）',
      封存次数: String(seal.number),
      结果指纹: seal.hashes.results,
    }),
  }
}

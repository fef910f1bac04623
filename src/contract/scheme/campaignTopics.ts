import { optionName } from './optionNames.ts'
import type { AnswerWords } from './topicWords.ts'

/** Words for the ruling topics on what happens before facts exist: reports and ballots. */
export const campaignTopics: { readonly reportSides: AnswerWords<'reportSides'> } = {
  reportSides: {
    name: '述职报告的篇幅怎样归类',
    what: '算成绩与问题的篇幅比例时，特色做法和上年度问题整改各算在哪一侧。',
    usual: '特色做法算成绩，上年度问题整改算问题',
    acts: '述职报告的篇幅比例',
    choices: {
      算成绩: '这部分的字数加进成绩一侧。',
      算问题: '这部分的字数加进问题和下步打算一侧。',
      不算: '这部分的字数两侧都不加，比例只按其余部分算。',
    },
    describe: ({ practice, lastYear }) =>
      `特色做法${optionName('practice', practice)}，上年度问题整改${optionName('lastYear', lastYear)}`,
  },
}

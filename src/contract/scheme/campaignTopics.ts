import { optionName } from './optionNames.ts'
import type { RulingAnswers } from '../../domain/scheme/ruling.ts'
import type { AnswerWords, OptionWords } from './topicWords.ts'

/** Words for the ruling topics on what happens before facts exist: reports, ballots and dual debriefs. */
export const campaignTopics: {
  readonly [T in 'reportSides' | 'smallClasses']: AnswerWords<T>
} & { readonly dualDebriefs: OptionWords<RulingAnswers['dualDebriefs']> } = {
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
  smallClasses: {
    name: '票数少的票种怎样计票',
    what: '会议测评中某票种的有效票太少时，怎样公布和计分，才看不出每个人怎样评价。',
    usual: '有效票不足5张的，与票数次少的票种合并',
    acts: '测评会议的计票',
    choices: {
      合并计票: '与票数次少的票种合并公布和计分，权重相加；合在一起仍不足的，都不公布。',
      不公布也不计分: '这一票种不公布、不计分；按票种加权的，其余票种照“测评票怎样计分”中无票的办法处理。',
    },
    describe: ({ least, small }) => `有效票不足${least}张的票种${optionName('small', small)}`,
  },
  dualDebriefs: {
    name: '双述双评怎样进行',
    what: '下属党组织书记向谁述职、受谁评议、要几次；应当进行而没有登记的，按没有双述双评计数。',
    usual: '向上级、向党员各一次',
    acts: '双述双评的名单和计数',
    options: {
      two: ['分两次', '向上级党组织述职评议一次，向党员述职评议一次。'],
      together: ['合为一次', '上级党组织班子成员、党员和群众代表同在一次会上听取述职，一并评议。'],
      superior: ['只向上级', '只向上级党组织述职评议一次。'],
      members: ['只向党员', '只向党员述职评议一次。'],
    },
  },
}

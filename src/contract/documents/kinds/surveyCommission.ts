import { rows, text } from '../documentField.ts'
import { defineKind } from '../documentKind.ts'
import { repeat, says, section } from '../templateBody.ts'

/** The letter that commissions a survey (委托民意调查的函). (四（三）) */
export const surveyCommission = defineKind({
  id: 'surveyCommission',
  name: '委托民意调查的函',
  purpose: '委托调查单位开展电话访问，写明对象、数量、时间和保密要求',
  per: 'each',
  citation: '四（三）',
  after: 'opened',
  form: 'between',
  toSurveyor: true,
  lacks: '还没有安排民意调查',
  source: ['surveys', '民意调查'],
  fields: [
    text('调查名称', '调查名称', '2018年度民意调查'),
    text('受托单位', '受委托单位', '州统计局'),
    text('访问开始', '访问开始', '2018年11月1日'),
    text('访问截止', '访问截止', '2018年11月30日'),
    text('号码删除日期', '电话号码删除日期', '2019年1月31日'),
    text('单位数', '涉及的单位个数', '98'),
    text('样本数', '计划完成的份数', '4900'),
    text('每号拨打', '每个号码最多拨打几次', '5'),
    text('误差范围', '每个单位每类对象的误差范围', '5'),
    rows('调查对象', '各类对象计划的份数', text('对象', '对象', '党员'), text('份数', '份数', '2450')),
  ],
  body: [
    says('现委托你单位开展“{调查名称}”，涉及{单位数}个单位，计划完成{样本数}份。有关事项如下。'),
    section('对象和数量'),
    ...repeat('调查对象', says('{对象}：{份数}份。')),
    says('每个单位每类对象平均分的误差按95%把握计算，不超过{误差范围}分。'),
    section('时间和方法'),
    says(
      '访问自{访问开始}至{访问截止}。号码由抽样产生，每个号码最多拨打{每号拨打}次；访问中不得诱导，不得询问受访人的姓名。',
    ),
    section('保密和移交'),
    says(
      '答卷与电话号码分离后再统计，号码和姓名在{号码删除日期}前彻底删除，不另作他用。结果和调查方法说明一并移交我们。',
    ),
  ],
  ending: '特此函达，请予支持。',
})

import { rows, text } from '../documentField.ts'
import { defineKind } from '../documentKind.ts'
import { form, says, section, signatures, table } from '../templateBody.ts'

/** The certificate of a draw (抽签证明). (四（二）) */
export const drawCertificate = defineKind({
  id: 'drawCertificate',
  name: '抽签证明',
  purpose: '证明一次抽签的名单、种子和结果，别人据此可以重算',
  per: 'each',
  citation: '四（二）',
  after: 'opened',
  form: 'record',
  lacks: '还没有进行过抽签',
  source: ['draws', '抽签'],
  fields: [
    text('季度', '第几季度，用汉字', '四'),
    text('单位数', '涉及的单位个数', '98'),
    text('名单指纹', '全部名单的指纹，抽签前当场宣读', '3f2a0c91'),
    text('种子', '种子', '616263'),
    text('主持人', '主持抽签的人', '张三'),
    text('抽签时间', '抽签时间', '2018年10月8日9时30分'),
    text('重抽理由', '再抽的理由，没有时为空', ''),
    rows(
      '种子来源',
      '种子由谁报出',
      text('报出人', '报出人', '州纪委李四'),
      text('报出内容', '报出的内容', '3 5 2 6'),
    ),
    rows(
      '抽签结果',
      '各单位抽中的党支部和党员',
      text('单位名称', '单位', '州林业局'),
      text('用途', '抽党支部或党员', '党支部'),
      text('名单数', '名单上的个数', '9'),
      text('抽取数', '抽取的个数', '2'),
      text('抽中', '抽中的，按先后', '机关一支部、退休支部'),
    ),
  ],
  body: [
    says(
      '{年度}年第{季度}季度实地核查的抽签涉及{单位数}个单位。名单在抽签前已经固定，结果由名单和种子算出，任何人按抽签规则重算，应得到同样的结果。{#有重抽理由}这次是再抽，理由：{重抽理由}。{/有重抽理由}',
    ),
    form(
      ['抽签时间', '{抽签时间}'],
      ['主持人', '{主持人}'],
      ['名单指纹', '{名单指纹}'],
      ['种子来源', '{#种子来源}{报出人}报出{报出内容}。{/种子来源}'],
      ['种子', '{种子}'],
    ),
    section('抽签结果'),
    table(
      '抽签结果',
      ['单位', 4, '{单位名称}'],
      ['抽什么', 1.3, '{用途}', 'center'],
      ['名单', 1, '{名单数}', 'right'],
      ['抽取', 1, '{抽取数}', 'right'],
      ['抽中的，按先后', 5.4, '{抽中}'],
    ),
    signatures('主持人', '监督人'),
  ],
})

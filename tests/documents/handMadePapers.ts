/** A paragraph of a paper made by hand: its style, and its text. A row of a table stands between bars. */
type Line = readonly [style: string, text: string]

interface HandMade {
  readonly name: string
  readonly lines: readonly Line[]
}

/** Five papers as somebody in an office would write them in LibreOffice: with its own styles, none of them ours. */
export const handMade: readonly HandMade[] = [
  {
    name: '通知',
    lines: [
      ['Mark', '示范州林业局文件'],
      ['Number', '州林发〔2018〕12号'],
      ['Blank', ''],
      ['Title', '关于做好2018年度述职评议考核准备工作的通知'],
      ['Blank', ''],
      ['Addressee', '各支部，局机关各科室：'],
      ['Body', '为做好年度述职评议考核，根据州直机关工委的部署，现将有关事项通知如下。'],
      ['One', '一、准备内容'],
      ['Two', '（一）述职报告。'],
      ['Body', '支部书记围绕履行党建责任撰写述职报告，不超过3000字，11月30日前报机关党委。'],
      ['Two', '（二）台账资料。'],
      ['Body', '“三会一课”、主题党日、党费收缴等记录按季度整理，缺项的说明原因。'],
      ['One', '二、工作要求'],
      ['Three', '1.各支部确定一名联络员，名单于11月20日前报送。'],
      ['Three', '2.材料要真实，不得补造。'],
      ['Body', '联系人：张三；电话：0691-1234567。'],
      ['Blank', ''],
      ['Attachments', '附件：1.述职报告提纲'],
      ['Blank', ''],
      ['Signature', '示范州林业局'],
      ['Date', '2018年11月6日'],
    ],
  },
  {
    name: '函',
    lines: [
      ['Number', '州财函〔2018〕5号'],
      ['Blank', ''],
      ['Title', '关于商请提供考核台账的函'],
      ['Blank', ''],
      ['Addressee', '州委组织部：'],
      ['Body', '为核对2018年度党费收缴情况，商请贵单位提供第三季度台账（含2018年7月至9月的明细）。'],
      ['Body', '我局将按规定使用和保管，用后及时归还。可否，请函复。'],
      ['Blank', ''],
      ['Signature', '示范州财政局'],
      ['Date', '2018年10月9日'],
    ],
  },
  {
    name: '报告',
    lines: [
      ['Mark', '中共示范州教育局党组文件'],
      ['Number', '州教党报〔2018〕3号'],
      ['Blank', ''],
      ['Title', '关于2018年度党建工作责任制'],
      ['Title', '落实情况的报告'],
      ['Blank', ''],
      ['Addressee', '州委：'],
      ['Body', '现将我局2018年度党建工作责任制落实情况报告如下。'],
      ['One', '一、主要做法'],
      ['Two', '（一）压实责任'],
      ['Three', '1.班子带头'],
      ['Four', '（1）党组书记讲党课4次，班子成员到联系点调研18次。'],
      ['Four', '（2）党组会专题研究党建12次。'],
      ['Three', '2.制度保障'],
      ['Body', '修订《党组议事规则》《支部工作细则》，完成率为98.6%，比上年提高3.2个百分点。'],
      ['Two', '（二）夯实基础'],
      ['Body', '新建党支部2个，调整3个；发展党员11名。'],
      ['One', '二、存在的问题'],
      ['Body', '少数支部组织生活不够严肃，“学习强国”使用率偏低。'],
      ['Table', '支部|党员数|参学率'],
      ['Table', '第一支部|21|95.2%'],
      ['Table', '第二支部|18|88.9%'],
      ['One', '三、下一步打算'],
      ['Body', '对照问题逐项整改，2019年3月底前完成。特此报告。'],
      ['Blank', ''],
      ['Signature', '中共示范州教育局党组'],
      ['Date', '2018年12月20日'],
    ],
  },
  {
    name: '会议纪要',
    lines: [
      ['Title', '2018年度述职评议会议纪要'],
      ['Blank', ''],
      ['Body', '2018年12月12日，州水利局召开述职评议会议，由李四同志主持，应到36人，实到34人。'],
      ['One', '一、述职'],
      ['Body', '王五、赵六两名同志先后述职，各用时9分30秒。'],
      ['One', '二、评议'],
      ['Body', '与会人员填写测评表，收回34张，有效33张；“好”27张，占81.8%。'],
      ['One', '三、议定事项'],
      ['Body', '机关党委于12月20日前汇总意见（包括书面意见），反馈给本人。'],
      ['Blank', ''],
      ['Signature', '州水利局机关党委'],
      ['Date', '2018年12月13日'],
    ],
  },
  {
    name: '批复',
    lines: [
      ['Number', '州直工复〔2018〕21号'],
      ['Blank', ''],
      ['Title', '关于同意增补机关党委委员的批复'],
      ['Blank', ''],
      ['Addressee', '州民政局机关党委：'],
      [
        'Body',
        '你委《关于增补委员的请示》（州民机党〔2018〕8号）收悉。经研究，同意增补孙七、周八两名同志为委员。',
      ],
      ['Body', '请按照《中国共产党党和国家机关基层组织工作条例》的规定，做好有关工作。'],
      ['Blank', ''],
      ['Signature', '中共示范州直属机关工作委员会'],
      ['Date', '2018年9月27日'],
    ],
  },
]

const FONTS = ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体']

/** Writes a paper as flat OpenDocument text, which LibreOffice opens and saves as .docx. */
export function flatText({ lines }: HandMade): string {
  const faces = FONTS.map(font => `<style:font-face style:name="${font}" svg:font-family="${font}"/>`).join(
    '',
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>${faces}</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="仿宋_GB2312" style:font-name-asian="仿宋_GB2312" fo:font-size="16pt" style:font-size-asian="16pt" fo:language="zh" fo:country="CN"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
${look('Mark', 'fo:text-align="center"', '方正小标宋简体', 36, 'fo:color="#ff0000"')}
${look('Number', 'fo:text-align="center"', '仿宋_GB2312', 16)}
${look('Blank', '', '仿宋_GB2312', 16)}
${look('Title', 'fo:text-align="center"', '方正小标宋简体', 22)}
${look('Addressee', 'fo:text-indent="0pt"', '仿宋_GB2312', 16)}
${look('Body', INDENT, '仿宋_GB2312', 16)}
${look('One', INDENT, '黑体', 16)}
${look('Two', INDENT, '楷体_GB2312', 16)}
${look('Three', INDENT, '仿宋_GB2312', 16)}
${look('Four', INDENT, '仿宋_GB2312', 16)}
${look('Attachments', INDENT, '仿宋_GB2312', 16)}
${look('Signature', 'fo:text-align="end" fo:margin-right="32pt"', '仿宋_GB2312', 16)}
${look('Date', 'fo:text-align="end" fo:margin-right="64pt"', '仿宋_GB2312', 16)}
${look('Cell', 'fo:text-align="center"', '仿宋_GB2312', 12)}
${look('FootRight', 'fo:text-align="end" fo:margin-right="14pt"', '宋体', 14)}
${look('FootLeft', 'fo:text-align="start" fo:margin-left="14pt"', '宋体', 14)}
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="37mm" fo:margin-bottom="25mm" fo:margin-left="28mm" fo:margin-right="26mm"/><style:footer-style><style:header-footer-properties fo:min-height="10mm" fo:margin-top="0mm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer><text:p text:style-name="FootRight">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer><style:footer-left><text:p text:style-name="FootLeft">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer-left></style:master-page></office:master-styles>
<office:body><office:text>
${bodyOf(lines)}
</office:text></office:body>
</office:document>`
}

const INDENT = 'fo:text-indent="32pt" fo:line-height="28.9pt"'

function look(name: string, paragraph: string, font: string, size: number, more = ''): string {
  const fonts = `style:font-name="${font}" style:font-name-asian="${font}"`
  const sizes = `fo:font-size="${size}pt" style:font-size-asian="${size}pt"`
  return `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${paragraph}/><style:text-properties ${fonts} ${sizes} ${more}/></style:style>`
}

function bodyOf(lines: readonly Line[]): string {
  const out: string[] = []
  lines.forEach(([style, text], at) => {
    if (style !== 'Table') {
      out.push(`<text:p text:style-name="${style}">${text}</text:p>`)
      return
    }
    const cells = text.split('|')
    if (lines[at - 1]?.[0] !== 'Table')
      out.push(`<table:table><table:table-column table:number-columns-repeated="${cells.length}"/>`)
    out.push(
      `<table:table-row>${cells.map(cell => `<table:table-cell><text:p text:style-name="Cell">${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`,
    )
    if (lines[at + 1]?.[0] !== 'Table') out.push('</table:table>')
  })
  return out.join('\n')
}

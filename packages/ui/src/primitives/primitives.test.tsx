import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type Tone, toneSoft } from '../tone.ts'
import { initials } from './Avatar.tsx'
import { Button } from './Button.tsx'
import { Checkbox } from './Checkbox.tsx'
import { DialogOpener } from './DialogOpener.tsx'
import { Field } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { Input } from './Input.tsx'
import { Pagination } from './Pagination.tsx'
import { Press } from './Press.tsx'
import { RadioGroup } from './RadioGroup.tsx'
import { Select } from './Select.tsx'
import { StatusBadge } from './StatusBadge.tsx'
import { Table } from './Table.tsx'
import { Textarea } from './Textarea.tsx'

const marks = readFileSync(new URL('../styles/marks.css', import.meta.url), 'utf8')
const rows = [
  { id: '1', name: 'Ana', count: '2.0' },
  { id: '2', name: 'Ben', count: '1.4' },
]

describe('Table', () => {
  const markup = renderToStaticMarkup(
    <Table
      caption="People"
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/people/${row.id}`}
      columns={[
        {
          key: 'name',
          header: 'Name',
          title: true,
          cell: (row) => row.name,
          sort: { href: '?sort=-name', direction: 'asc' },
        },
        {
          key: 'count',
          header: 'Counted',
          align: 'end',
          cell: (row) => row.count,
          sort: { href: '?sort=count', direction: undefined },
        },
        { key: 'menu', header: 'More', hideHeader: true, cell: () => null },
      ]}
    />,
  )

  it('has a caption, headed columns and headed rows', () => {
    expect(markup).toMatch(/<caption[^>]*>People<\/caption>/)
    expect(markup.match(/scope="col"/g)).toHaveLength(3)
    expect(markup.match(/scope="row"/g)).toHaveLength(2)
  })

  it('says and changes its order by links', () => {
    expect(markup).toContain('aria-sort="ascending"')
    expect(markup).toContain('aria-sort="none"')
    expect(markup).toContain('href="?sort=-name"')
  })

  it('leads from each row to its own page, once', () => {
    expect(markup.match(/href="\/people\/2"/g)).toHaveLength(1)
  })

  it('keeps the name of a column on each cell for a phone, and of none that is hidden', () => {
    expect(markup.match(/data-label="Counted"/g)).toHaveLength(2)
    expect(markup).toMatch(/data-label="More" class="(?!.*attr\(data-label\)[^"]*")/)
  })

  it('shows what it was given for no rows', () => {
    const none: typeof rows = []
    expect(
      renderToStaticMarkup(<Table caption="x" rows={none} rowKey={(row) => row.id} columns={[]} empty={<p>None</p>} />),
    ).toBe('<p>None</p>')
  })
})

describe('Field', () => {
  it('ties label, hint and error to its control', () => {
    const markup = renderToStaticMarkup(
      <Field id="mail" label="Mail" hint="Yours" error="No address" required>
        {(control) => <Input {...control} type="email" />}
      </Field>,
    )
    expect(markup).toContain('for="mail"')
    expect(markup).toMatch(/<input(?=[^>]*id="mail")(?=[^>]*required="")(?=[^>]*aria-invalid="true")/)
    expect(markup).toContain('aria-describedby="mail-hint mail-error"')
    expect(markup).toContain('id="mail-hint"')
    expect(markup).toContain('id="mail-error"')
  })

  it('describes nothing where there is nothing to describe', () => {
    expect(
      renderToStaticMarkup(
        <Field id="x" label="X">
          {(control) => <Input {...control} />}
        </Field>,
      ),
    ).not.toMatch(/ aria-[a-z]+=/)
  })
})

describe('before the script is there', () => {
  const press = () => {}
  const waits = /<(button|input|select|textarea|fieldset)[^>]* disabled="" data-waiting=""/

  it.each([
    ['a button that does something', <Button key="x" onClick={press} />],
    ['a button that sends a form by script', <Button key="x" type="submit" />],
    ['an icon that does something', <IconButton key="x" label="x" icon={null} onClick={press} />],
    ['a bare button that does something', <Press key="x" onClick={press} />],
    ['an input that is read as it changes', <Input key="x" value="x" onChange={press} />],
    ['a text that is read as it changes', <Textarea key="x" value="x" onChange={press} />],
    ['a choice that is read as it changes', <Select key="x" value="x" onChange={press} />],
    ['a box that is read as it changes', <Checkbox key="x" label="x" checked onChange={press} />],
    [
      'a group that is read as it changes',
      <RadioGroup key="x" name="x" legend="x" options={[]} value="" onValueChange={press} />,
    ],
  ])('%s waits', (_, element) => {
    expect(renderToStaticMarkup(element)).toMatch(waits)
  })

  it.each([
    ['a button of a form that has an address', <Button key="x" type="submit" native />],
    ['a field that is read when it is sent', <Input key="x" name="x" />],
    ['a choice that is read when it is sent', <Select key="x" name="x" />],
    ['a box that is read when it is sent', <Checkbox key="x" label="x" />],
    ['a group that is read when it is sent', <RadioGroup key="x" name="x" legend="x" options={[]} />],
  ])('%s does not', (_, element) => {
    expect(renderToStaticMarkup(element)).not.toMatch(/ disabled=|data-waiting/)
  })

  it('what is off for good does not wait', () => {
    const markup = renderToStaticMarkup(<Button disabled onClick={press} />)
    expect(markup).toContain('disabled=""')
    expect(markup).not.toContain('data-waiting')
  })

  it('a dialog opens and closes by its button alone', () => {
    const markup = renderToStaticMarkup(
      <DialogOpener label="Why?" title="Why" closeLabel="Close">
        So.
      </DialogOpener>,
    )
    const id = /<dialog[^>]* id="([^"]+)"/.exec(markup)?.[1]
    expect(id).toBeTruthy()
    expect(markup).toContain(`command="show-modal" commandfor="${id}"`)
    expect(markup).toContain(`command="close" commandfor="${id}"`)
    expect(markup).not.toMatch(/ disabled=/)
  })
})

describe('small things', () => {
  it('a pending button says so and is not disabled, so that it keeps the focus', () => {
    const markup = renderToStaticMarkup(
      <Button pending pendingLabel="Saving">
        Save
      </Button>,
    )
    expect(markup).toContain('aria-disabled="true"')
    expect(markup).toContain('Saving')
    expect(markup).not.toContain('disabled=""')
  })

  it.each(Object.keys(toneSoft) as Tone[])('a state of tone "%s" has a mark and a word', (tone) => {
    const markup = renderToStaticMarkup(<StatusBadge tone={tone}>Lapsed</StatusBadge>)
    expect(markup).toMatch(new RegExp(`class="[^"]*\\bis-${tone}\\b[^"]*\\bstate\\b[^"]*">Lapsed`))
    expect(marks).toMatch(new RegExp(`\\.is-${tone} \\{\\s*--mark: url`))
  })

  it('an icon of its own stands in place of the mark', () => {
    const markup = renderToStaticMarkup(
      <StatusBadge tone="out" icon={<i />}>
        Lapsed
      </StatusBadge>,
    )
    expect(markup).toBe('<span class="badge is-out"><i></i>Lapsed</span>')
  })

  it('a page that is not there is no link', () => {
    const markup = renderToStaticMarkup(
      <Pagination label="Pages" previousLabel="Earlier" nextLabel="Later" nextHref="?page=2" />,
    )
    expect(markup.match(/<a /g)).toHaveLength(1)
    expect(markup).toContain('aria-disabled="true"')
  })

  it.each([
    ['María del Mar Ruiz', 'MR'],
    ['ben', 'B'],
    ['', ''],
  ])('initials of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

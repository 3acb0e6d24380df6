// What is taken along: files of what the filters show.
import assert from 'node:assert/strict';
import { saved } from './files.mjs';
import { pageTest } from './harness.mjs';

for (const [view, years] of [['wheel', '2027'], ['mandate', '2027-2030']]) {
  const path = `#plan=sskl-kalmar&year=2027&view=${view}&body=nso`;
  pageTest(`calendar, table and picture of the ${view} hold what the filter shows`, { path }, async ({ page, audit }) => {
    await page.locator('.wheel .mark, .wheel .band').first().waitFor({ state: 'attached' });
    await page.getByText('Ta med').click();
    assert.deepEqual(await audit(), []);
    const calendar = await saved(page, 'Kalenderfil');
    assert.equal(calendar.name, `sskl-kalmar-${years}.ics`);
    assert.ok(calendar.text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'));
    assert.match(calendar.text, /\r\nUID:moten-nso\/2027\/1@sskl-kalmar\r\nDTSTAMP:\d{8}T\d{6}Z\r\n/);
    assert.doesNotMatch(calendar.text, /UID:moten-ifo-chefer/);
    const table = await saved(page, 'CSV');
    assert.ok(table.text.startsWith('\ufeffid;kind;title;start;'));
    const rows = table.text.split('\r\n').slice(1).filter(Boolean);
    assert.ok(rows.length > 5 && rows.some((row) => row.startsWith('moten-nso/2027/1;')));
    assert.ok(!rows.some((row) => row.startsWith('moten-ifo-chefer/')));
    const picture = await saved(page, 'SVG');
    assert.ok(picture.text.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
  });
}

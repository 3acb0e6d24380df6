// Plans as files: by picker where the browser has one, by upload and download everywhere. A file is
// written whole or not at all, and never over what somebody else wrote.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { storeTest } from './keeping.mjs';

/** The page's own folder stands in for the disk: its files are as real, and no dialog asks for them. */
const withDisk = (page) =>
  page.evaluate(async () => {
    globalThis.disk = await navigator.storage.getDirectory();
    globalThis.fileAt = async (name, text) => {
      const handle = await disk.getFileHandle(name, { create: true });
      if (text !== undefined) {
        const stream = await handle.createWritable();
        await stream.write(text);
        await stream.close();
      }
      return handle;
    };
    globalThis.textOf = async (name) => (await (await disk.getFileHandle(name)).getFile()).text();
    globalThis.showSaveFilePicker = async ({ suggestedName }) => fileAt(suggestedName);
    globalThis.showOpenFilePicker = async () => [await disk.getFileHandle('plan.json')];
  });

storeTest('a file is picked, written again, and found again by another page', async ({ page, another }) => {
  await withDisk(page);
  const id = await page.evaluate(async () => {
    await fileAt('plan.json', 'one');
    const { id } = await store.create('Ett', 'one');
    const { name, text, link } = await openFile();
    const written = await writeFile(link, 'two');
    await store.setLink(id, written.link);
    return name === 'plan.json' && text === 'one' && (await textOf(name)) === 'two' && id;
  });
  assert.ok(id);
  const other = await another();
  await withDisk(other);
  const seen = await other.evaluate(async (id) => {
    const link = await store.link(id);
    const { link: next, conflict } = await writeFile(link, 'three');
    return [await permission(link), conflict, next.name, await textOf('plan.json')];
  }, id);
  assert.deepEqual(seen, ['granted', undefined, 'plan.json', 'three']);
  // The first page knows only what it wrote itself.
  const late = await page.evaluate(async (id) => {
    const mine = { ...(await store.link(id)) };
    const { conflict } = await writeFile(mine, 'four');
    const kept = await textOf('plan.json');
    await writeFile(conflict.link, 'four');
    return [conflict.base, conflict.theirs, kept, await textOf('plan.json')];
  }, id);
  assert.deepEqual(late, ['two', 'three', 'three', 'four']);
});

storeTest('a file that was only touched is no conflict', async ({ page }) => {
  await withDisk(page);
  const seen = await page.evaluate(async () => {
    await fileAt('plan.json', 'one');
    const { link } = await openFile();
    await wait(20);
    await fileAt('plan.json', 'one');
    const { conflict } = await writeFile(link, 'two');
    return [conflict, await textOf('plan.json')];
  });
  assert.deepEqual(seen, [undefined, 'two']);
});

storeTest('a write that breaks off leaves the file that was', async ({ page }) => {
  await withDisk(page);
  const seen = await page.evaluate(async () => {
    await fileAt('plan.json', 'one');
    const { link } = await openFile();
    const codes = [];
    const { write, close } = FileSystemWritableFileStream.prototype;
    for (const [method, error] of [['write', 'QuotaExceededError'], ['close', 'AbortError'], ['write', 'NoModificationAllowedError'], ['close', 'NotAllowedError']]) {
      FileSystemWritableFileStream.prototype[method] = async function () {
        await write.call(this, 'half');
        throw new DOMException('no', error);
      };
      codes.push(await codeOf(writeFile(link, 'two and more')));
      Object.assign(FileSystemWritableFileStream.prototype, { write, close });
    }
    return [codes, await textOf('plan.json'), (await writeFile(link, 'two')).conflict, await textOf('plan.json')];
  });
  assert.deepEqual(seen, [['quota', 'denied', 'busy', 'denied'], 'one', undefined, 'two']);
});

storeTest('a file that is gone or forbidden is told', async ({ page }) => {
  await withDisk(page);
  const seen = await page.evaluate(async () => {
    const { link } = await saveFile('plan.json', 'one');
    const query = FileSystemHandle.prototype.queryPermission;
    FileSystemHandle.prototype.queryPermission = async () => 'prompt';
    const asked = [await permission(link), await codeOf(writeFile(link, 'two')), await textOf('plan.json')];
    FileSystemHandle.prototype.queryPermission = query;
    await disk.removeEntry('plan.json');
    return [...asked, await codeOf(writeFile(link, 'two'))];
  });
  assert.deepEqual(seen, ['prompt', 'denied', 'one', 'missing']);
});

storeTest('leaving the picker does nothing, and a browser that forbids it has the other way', async ({ page }) => {
  const left = await page.evaluate(async () => {
    const leave = async () => {
      throw new DOMException('left', 'AbortError');
    };
    Object.assign(globalThis, { showSaveFilePicker: leave, showOpenFilePicker: leave });
    return [await openFile(), await saveFile('plan.json', 'one')];
  });
  assert.deepEqual(left, [undefined, undefined]);
  const [download, saved] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(async () => {
      globalThis.showSaveFilePicker = async () => {
        throw new DOMException('framed', 'SecurityError');
      };
      return saveFile('årshjul.json', 'åäö');
    }),
  ]);
  assert.deepEqual(saved, { name: 'årshjul.json' });
  assert.equal(download.suggestedFilename(), 'årshjul.json');
  assert.equal(await readFile(await download.path(), 'utf8'), 'åäö');
});

storeTest('without pickers a file is uploaded', async ({ page }) => {
  const chooser = page.waitForEvent('filechooser');
  const opened = page.evaluate(async () => {
    delete globalThis.showOpenFilePicker;
    return [pickers(), await openFile()];
  });
  await (await chooser).setFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from('åäö') });
  assert.deepEqual(await opened, [false, { name: 'plan.json', text: 'åäö' }]);
});

storeTest('a plan and its file: written as one types, merged when somebody else wrote it', async ({ page }) => {
  await withDisk(page);
  const seen = await page.evaluate(async () => {
    const { FileKeeper } = await import(new URL('/keep/file-keeper.js', location.origin).href);
    const { link } = await saveFile('plan.json', '0');
    const states = [];
    const links = [];
    const keeper = new FileKeeper(link, { tell: ({ state }) => states.push(state), keepLink: async (link) => void links.push(link) });
    for (let typed = 1; typed <= 100; typed += 1) keeper.put(String(typed));
    await keeper.done();
    const first = await textOf('plan.json');
    await fileAt('plan.json', 'theirs');
    keeper.put('mine');
    const { conflict } = await keeper.done();
    keeper.put('mine and more');
    const untouched = await textOf('plan.json');
    keeper.settle('merged');
    const end = await keeper.done();
    return { first, conflict: [conflict.base, conflict.theirs], untouched, end, last: await textOf('plan.json'), kept: links.at(-1).text, writes: links.length, states };
  });
  assert.equal(seen.first, '100');
  assert.ok(seen.writes < 10, 'only the newest waits');
  assert.deepEqual(seen.conflict, ['100', 'theirs']);
  assert.equal(seen.untouched, 'theirs');
  assert.deepEqual(seen.end, { state: 'saved', name: 'plan.json' });
  assert.deepEqual([seen.last, seen.kept], ['merged', 'merged']);
  assert.ok(seen.states.includes('conflict'));
});

storeTest('a browser that wants a press first gets one, and writes what waited', async ({ page }) => {
  await withDisk(page);
  const seen = await page.evaluate(async () => {
    const { FileKeeper } = await import(new URL('/keep/file-keeper.js', location.origin).href);
    const { link } = await saveFile('plan.json', '0');
    let answer = 'prompt';
    FileSystemHandle.prototype.queryPermission = async () => answer;
    FileSystemHandle.prototype.requestPermission = async () => (answer = 'granted');
    const keeper = new FileKeeper(link, { tell: () => {}, keepLink: async () => {} });
    keeper.put('1');
    const asks = (await keeper.done()).state;
    keeper.put('2');
    await keeper.done();
    const before = await textOf('plan.json');
    await keeper.allow();
    return [asks, before, (await keeper.done()).state, await textOf('plan.json')];
  });
  assert.deepEqual(seen, ['ask', '0', 'saved', '2']);
});

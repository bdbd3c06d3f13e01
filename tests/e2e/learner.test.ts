import {
  answer,
  choicesOf,
  expect,
  formOf,
  introduction,
  moduleOf,
  otherBrowser,
  questionOf,
  readingTest,
  signIn,
  test,
} from './site.ts';

test('a learner takes the introduction, a second browser resumes it, and the manager exports the completion', async ({
  page,
  browser,
  server,
  course,
}) => {
  const module = moduleOf(course);
  const [first, second, ...rest] = module.sections;

  await signIn(page, 'learner');
  await page
    .getByRole('link', { name: /^Aloita/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first!.title);
  for (const question of first!.questions) await answer(page, course, question, false);
  await expect(formOf(page, first!.questions[0]!)).toContainText('Ei vielä oikein');
  await page.getByRole('link', { name: second!.title }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second!.title);

  const other = await otherBrowser(browser, server);
  await signIn(other, 'learner');
  await other
    .getByRole('link', { name: `Jatka: ${second!.title}` })
    .first()
    .click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(second!.title);
  await other.goto(`/fi/${introduction}/${first!.id}/`);
  const wrong = choicesOf(questionOf(course, first!.questions[0]!)).find((choice) => !choice.correct)!;
  const earlier = formOf(other, first!.questions[0]!);
  await expect(earlier.locator(`input[value="${wrong.id}"]`)).toBeChecked();
  await expect(earlier).toContainText('Vastattu aiemmin');
  await expect(earlier).toContainText(wrong.explanation);
  await other.goto(`/fi/${introduction}/${second!.id}/`);

  for (const section of [second!, ...rest]) {
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(section.title);
    for (const question of section.questions) await answer(other, course, question, true);
    const following = module.sections[module.sections.indexOf(section) + 1];
    await other
      .getByRole('link', { name: following?.title ?? 'Viimeistele moduuli' })
      .last()
      .click();
  }
  await expect(other).toHaveURL(new RegExp(`/fi/${introduction}/#valmis$`));
  const today = new Intl.DateTimeFormat('fi-FI', { timeZone: 'Europe/Helsinki' }).format(new Date());
  await expect(other.locator('#valmis [data-part="completed"]')).toBeVisible();
  await expect(other.locator('#valmis')).toContainText(today);
  await other.goto('/fi/my/');
  await expect(other.getByRole('row', { name: module.title })).toContainText(`Suoritettu ${today}`);

  const manager = await otherBrowser(browser, server);
  await signIn(manager, 'manager', '/fi/reports/');
  const row = manager.getByRole('row', { name: new RegExp(`^Oppija .*${module.title}`) });
  await expect(row).toContainText('suorittanut');
  await expect(row).toContainText(today);
  const [download] = await Promise.all([
    manager.waitForEvent('download'),
    manager.getByRole('link', { name: /CSV/ }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.subarray(3).toString('utf8').split('\r\n');
  expect(lines[0]).toBe('learnerId;name;unit;module;moduleVersion;status;completedAt;statementId');
  expect(lines).toHaveLength(2 + 2 * course.course.modules.length);
  const ofModule = lines.filter((line) => line.includes(`;${module.id};`));
  expect(ofModule).toHaveLength(2);
  expect(ofModule[0]).toMatch(/^[0-9a-f-]{36};Esihenkilö;Aikuissosiaalityö, länsi;kurssiesittely;;not-completed;;$/);
  expect(ofModule[1]).toMatch(
    /^[0-9a-f-]{36};Oppija;Aikuissosiaalityö, länsi;kurssiesittely;1;completed;\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[23]:00;[0-9a-f-]{36}$/,
  );
  expect(lines.at(-1)).toBe('');
});

test('the introduction can be taken by keyboard alone', async ({ page, course }) => {
  const module = moduleOf(course);
  const tabTo = async (name: RegExp, role: 'link' | 'button' | 'radio' | 'checkbox', within = page.locator('body')) => {
    const wanted = within.getByRole(role, { name }).last();
    for (let press = 0; press < 80; press += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard never reached ${role} ${String(name)}`);
  };
  const literally = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

  await page.goto('/fi/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Siirry sisältöön' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(/^Aloita/, 'link');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(module.sections[0]!.title);
  await page.goto('/fi/sign-in/?returnTo=%2Ffi%2Fkurssiesittely%2Ftervetuloa%2F');
  await tabTo(/^Oppija Opiskelee/, 'button');
  await page.keyboard.press('Enter');

  for (const [index, section] of module.sections.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.title);
    for (const id of section.questions) {
      const question = questionOf(course, id);
      const form = formOf(page, id);
      const choices = choicesOf(question);
      const right = choices.filter((choice) => choice.correct);
      if (question.type === 'single') {
        const radio = form.getByRole('radio').first();
        for (let press = 0; press < 80; press += 1) {
          if (await radio.evaluate((element) => element === document.activeElement)) break;
          await page.keyboard.press('Tab');
        }
        const steps = choices.findIndex(({ id }) => id === right[0]!.id);
        await page.keyboard.press('Space');
        for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
      } else {
        for (const choice of right) {
          await tabTo(literally(choice.text), 'checkbox', form);
          await page.keyboard.press('Space');
        }
      }
      await tabTo(/^Tarkista/, 'button', form);
      await page.keyboard.press('Enter');
      await expect(form).toContainText(right[0]!.explanation);
      await expect(form.locator(':focus')).toBeVisible();
    }
    await tabTo(
      literally(module.sections[index + 1]?.title ?? 'Viimeistele moduuli'),
      'link',
      page.locator('oppi-pager'),
    );
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('#valmis [data-part="completed"]')).toBeVisible();
  await expect(page.locator('#valmis').getByRole('heading').first()).toBeFocused();
});

test('somebody not signed in reads everything; an answer asks to sign in and is kept', async ({ page, course }) => {
  const [section] = moduleOf(course).sections;
  const id = section!.questions[0]!;
  const question = questionOf(course, id);
  const right = choicesOf(question).find((choice) => choice.correct)!;
  const form = formOf(page, id);

  await page.goto(`/fi/${introduction}/${section!.id}/`);
  await expect(page.getByText('kun olet kirjautunut').first()).toBeVisible();
  await form.locator(`input[value="${right.id}"]`).check();
  await form.locator('button[type="submit"]').click();
  const link = form.getByRole('link', { name: 'Kirjaudu ja tarkista vastaus' });
  await expect(link).toBeFocused();
  await link.click();
  await page.locator('button[value="learner"]').click();
  await expect(page).toHaveURL(new RegExp(`/fi/${introduction}/${section!.id}/#`));
  await expect(form).toContainText(right.explanation);
  await expect(form.locator(`input[value="${right.id}"]`)).toBeChecked();
  await page.reload();
  await expect(form).toContainText('Vastattu aiemmin: oikein');
});

test('the way on leads to where something is left to do, and says so', async ({ page, course }) => {
  const { sections } = moduleOf(course);
  const [first, second] = sections;
  await page.goto('/fi/sign-in/?returnTo=%2Ffi%2Fmy%2F');
  await page.locator('button[value="learner"]').click();
  await expect(page.locator('main').getByRole('link', { name: /^Aloita: / })).toBeVisible();
  for (const section of sections) {
    await page.goto(`/fi/${introduction}/${section.id}/`);
    await expect(page.getByText('tallennettu').filter({ visible: true })).toBeVisible();
    if (section !== first && section !== second) {
      for (const question of section.questions) await answer(page, course, question, true);
    }
    await page.locator('oppi-pager a[data-onward]').click();
    await page.waitForURL((url) => !url.pathname.endsWith(`/${section.id}/`));
  }
  await expect(page.locator('#valmis')).toContainText('Vielä puuttuu');
  for (const path of [`/fi/${introduction}/`, '/fi/', '/fi/my/']) {
    await page.goto(path);
    const next = page.locator('main').getByRole('link', { name: `Jatka: ${first!.title}` });
    await expect(next, path).toHaveAttribute('href', `/fi/${introduction}/${first!.id}/`);
  }
  await page.goto(`/fi/${introduction}/${first!.id}/`);
  for (const question of first!.questions) await answer(page, course, question, true);
  await page.goto('/sv/my/');
  await expect(page.locator('main').getByRole('link', { name: `Fortsätt: ${second!.title}` })).toBeVisible();
  await expect(page.locator('main a.hds-button [lang="fi"]')).toHaveText(second!.title);
});

readingTest('choosing nothing says so and keeps the focus in the question', async ({ page, course }) => {
  const [section] = moduleOf(course).sections;
  const form = formOf(page, section!.questions[0]!);
  await page.goto(`/fi/${introduction}/${section!.id}/`);
  await form.locator('button[type="submit"]').click();
  await expect(form).toContainText('Valitse ensin vastaus.');
  await expect(form.locator('input').first()).toBeFocused();
});

test('a wrong answer is explained at once and may be tried again', async ({ page, course }) => {
  const [section] = moduleOf(course).sections;
  const id = section!.questions[0]!;
  const form = formOf(page, id);
  await signIn(page, 'learner', `/fi/${introduction}/${section!.id}/`);
  await answer(page, course, id, false);
  await form.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(form.locator('.explanation:visible')).toHaveCount(0);
  await expect(form.locator('input').first()).toBeFocused();
  await answer(page, course, id, true);
  await expect(form).toContainText('Oikein.');
});

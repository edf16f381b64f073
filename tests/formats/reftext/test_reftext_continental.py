# ruff: noqa: E501  one reference a line
"""References as lists in German, French, Italian, Spanish, Portuguese and Russian set them."""

from __future__ import annotations

import pytest

from tipcite.formats.reftext import parse_reference
from tipcite.model import item_to_csl


def read(text):
    item = parse_reference(text).item
    families = [name.non_dropping_particle + name.family or name.literal for name in item.names.get("author", ())]
    return {**item_to_csl(item), "year": item.year, "authors": families}


def assert_read(text, wanted):
    fields = read(text)
    assert {name: fields.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Radbruch, Gustav: Rechtsphilosophie. Stuttgart: Koehler 1950.", {"authors": ["Radbruch"], "title": "Rechtsphilosophie", "publisher": "Koehler", "year": 1950}),
        ("Larenz, Karl; Canaris, Claus-Wilhelm: Methodenlehre der Rechtswissenschaft, 3. Auflage, Berlin 1995.", {"authors": ["Larenz", "Canaris"], "title": "Methodenlehre der Rechtswissenschaft", "edition": "3"}),
        ("Jakobs, Günther: Strafrecht. Allgemeiner Teil, 2. Aufl., Berlin/New York: de Gruyter 1991.", {"authors": ["Jakobs"], "edition": "2", "publisher": "de Gruyter"}),
        ("Braun, Eva-Maria / Groß, Uwe: Wer kehrt zurück? Wanderung nach 1990, in: Kunz, Petra (Hrsg.): Neue Heimat, München 2011, S. 17–40.", {"authors": ["Braun", "Groß"], "title": "Wer kehrt zurück? Wanderung nach 1990", "container-title": "Neue Heimat", "page": "17-40", "type": "chapter"}),
        ("Huber, P., »Die Grenzen der Auslegung«, in: Juristische Rundschau 58 (2004), Nr. 3, S. 101–109.", {"authors": ["Huber"], "title": "Die Grenzen der Auslegung", "container-title": "Juristische Rundschau", "volume": "58", "issue": "3", "page": "101-109"}),
        ("Ricœur, Paul, La mémoire et le pardon : essai sur la dette, Paris, Éditions du Quai, 2000, 675 p.", {"authors": ["Ricœur"], "title": "La mémoire et le pardon : essai sur la dette", "year": 2000, "number-of-pages": "675"}),
        ("ZOLA É., « Les murs et la mer », Revue des côtes, vol. 4, 1898, p. 1-70.", {"authors": ["Zola"], "title": "Les murs et la mer", "container-title": "Revue des côtes", "page": "1-70"}),
        ("Ruiz Peña, Inés, “Las voces del puerto”, Revista de Historia Oral, núm. 9, 2011, pp. 20-41.", {"title": "Las voces del puerto", "container-title": "Revista de Historia Oral", "issue": "9"}),
        ("ROCHA, Marina. Cidade submersa. 4. ed. São Paulo: Maré Alta, 1999.", {"authors": ["Rocha"], "title": "Cidade submersa", "edition": "4", "publisher": "Maré Alta", "type": "book"}),
        ("G. Rinaldi, Il confine. La legge e la sua ombra, Laterza, Bari 2003.", {"authors": ["Rinaldi"], "title": "Il confine. La legge e la sua ombra", "year": 2003}),
        ("Орлов А. В. Язык и город. М.: Наука, 1988. 240 с.", {"authors": ["Орлов"], "title": "Язык и город", "year": 1988, "number-of-pages": "240"}),
        ("Beck, Ulf (1986): Gegengifte. Über die organisierte Unverantwortlichkeit. Frankfurt a.M.: Suhrkamp.", {"title": "Gegengifte. Über die organisierte Unverantwortlichkeit", "type": "book", "publisher": "Suhrkamp"}),
        ("Braun, Ernst-Rolf: Rechte und ihre Deutung. In: Neue Juristische Woche 27 (1974), S. 1529–1538.", {"authors": ["Braun"], "year": 1974, "container-title": "Neue Juristische Woche", "volume": "27", "page": "1529-1538", "type": "article-journal"}),
        ("Kern, H., Reine Lehre, Wien 1960, S. 45 ff.", {"authors": ["Kern"], "title": "Reine Lehre", "year": 1960, "publisher-place": "Wien", "type": "book"}),
        ("Groß, Georg (1908): Exkurs über Gäste. In: ders.: Soziologie. Leipzig: Duncker, S. 509–512.", {"title": "Exkurs über Gäste", "container-title": "Soziologie", "type": "chapter"}),
        ("Fournier M., Garder et punir. Naissance du port, Paris, Gallimard, 1975.", {"authors": ["Fournier"], "title": "Garder et punir. Naissance du port", "year": 1975}),
        ("Ferri L., «Il fondamento», in Teoria politica, XVI, n. 3, 2000, pp. 41-113.", {"authors": ["Ferri"], "container-title": "Teoria politica", "volume": "XVI", "issue": "3"}),
        ("OLIVEIRA, João. O trabalho no cais. 2015. Dissertação (Mestrado em Direito) – Universidade de São Paulo, São Paulo, 2015.", {"title": "O trabalho no cais", "type": "thesis"}),
        ("Бахин М. М. Проблемы поэтики. 4-е изд. М.: Советская Россия, 1979.", {"authors": ["Бахин"], "title": "Проблемы поэтики", "edition": "4", "type": "book"}),
        ("Иванов И. И., Петрова А. С. Торговля в мире // Вопросы права. 2012. № 3. С. 45–52.", {"authors": ["Иванов", "Петрова"], "title": "Торговля в мире", "container-title": "Вопросы права", "issue": "3", "page": "45-52", "type": "article-journal"}),
        ("Andersen, L.H. & Nielsen, K. (2008), ‘Handel i Danmark’, Nordisk Tidsskrift, årg. 95, nr. 2, s. 120-138.", {"container-title": "Nordisk Tidsskrift", "volume": "95", "issue": "2", "page": "120-138"}),
        ("Nguyễn Văn Nam. Luật biển Việt Nam. Hà Nội: NXB Tư pháp, 2010.", {"authors": ["Nguyễn"], "title": "Luật biển Việt Nam", "publisher-place": "Hà Nội"}),
        ("NOIRIEL Gérard, Le creuset du port, Paris, Éd. du Seuil, coll. « L'univers historique », 1988, 447 p.", {"authors": ["Noiriel"], "title": "Le creuset du port", "collection-title": "L'univers historique", "year": 1988, "number-of-pages": "447"}),
        ("Assier-Brun (L.), Le droit dans les ports, Nathan, 1996.", {"authors": ["Assier-Brun"], "title": "Le droit dans les ports"}),
        ("N. Bassi, N. Mattei, G. Pasini (a cura di), Dizionario del mare, Utet, Torino 1983.", {"authors": [], "title": "Dizionario del mare", "year": 1983}),
        ("Schmidt, Carl: Der Begriff des Hafens (1932), 8. Aufl., Berlin: Duncker 2009.", {"authors": ["Schmidt"], "year": 2009, "edition": "8", "type": "book"}),
        ("BVerfG, Urteil vom 15. Dezember 1983 – 1 BvR 209/83, BVerfGE 65, 1.", {"authority": "BVerfG", "number": "1 BvR 209/83", "year": 1983, "type": "legal_case"}),
        ("PÉREZ L., A. E., «Las generaciones», Revista del Centro, n.º 10, 1991, pp. 203-217.", {"container-title": "Revista del Centro", "issue": "10"}),
        ("Ruiz, J. I. (2012). Metodología cualitativa (5.ª ed.). Bilbao: Universidad de Deusto.", {"title": "Metodología cualitativa", "edition": "5"}),
        ("青木武『「文化論」の変容』中央公論社、1990年、45頁。", {"authors": ["青木武"], "title": "「文化論」の変容", "year": 1990, "type": "book"}),
        ("内田正「契約の再生」法学協会雑誌107巻5号（1990年）789-820頁。", {"authors": ["内田正"], "title": "契約の再生", "container-title": "法学協会雑誌", "volume": "107", "issue": "5", "page": "789-820"}),
    ],
)  # fmt: skip
def test_a_continental_reference_is_read(text, wanted):
    assert_read(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anne Brook, Troubled Waters: Law at Sea, Chicago: University of Chicago Press, 2000.", {"authors": ["Brook"], "title": "Troubled Waters: Law at Sea"}),
        ("Adele, Harvest, Parkside; Columbia, 2016.", {"title": "Harvest"}),
        ("Boston, Massachusetts: A Short History. New York: Norton, 1990.", {"authors": []}),
        ("Eco, U., Come si fa una tesi di laurea, Milano, Bompiani, 1977.", {"title": "Come si fa una tesi di laurea", "type": "book"}),
        ("SMITH S. 2015. Cold neutral plasmas[J]. Science, 363(64): 33-34.", {"title": "Cold neutral plasmas", "year": 2015}),
        ("Smith, J. (1999). On tides. Water Studies. London: Sage.", {"title": "On tides"}),
    ],
)  # fmt: skip
def test_what_only_looks_like_inverted_names_or_a_subtitle_is_none(text, wanted):
    assert_read(text, wanted)


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        ("[1] J. van der Meer, K.L.A. Jansen, P. Roe, The art of the dike, J. Sci. Commun. 163 (2010) 51–59.", ["van derMeer", "Jansen", "Roe"], "The art of the dike"),
        ("[2] W. Hale Jr., E.B. Stone, The Elements of Sailing, fourth ed., Longman, New York, 2000.", ["Hale", "Stone"], "The Elements of Sailing"),
        ("Hale Jr., W., Stone, E.B., 2000. The Elements of Sailing. Longman, New York.", ["Hale", "Stone"], "The Elements of Sailing"),
        ("1. Mori H, Osei-Bonsu K, Lund JP 3rd, et al. Night shifts at sea. Lancet. 2020;4:42-50.", ["Mori", "Osei-Bonsu", "Lund"], "Night shifts at sea"),
    ],
)  # fmt: skip
def test_particles_and_suffixes_stay_with_their_names(text, authors, title):
    fields = read(text)
    assert (fields["authors"], fields["title"]) == (authors, title)

# Nomes breves das 169 metas dos Objetivos de Desenvolvimento Sustentável, por código.

target-1-1 = Erradicar a pobreza extrema
target-1-2 = Reduzir à metade a pobreza em todas as suas dimensões
target-1-3 = Proteção social para todos
target-1-4 = Direitos iguais aos recursos e serviços básicos
target-1-5 = Resiliência dos pobres a choques e desastres
target-1-a = Recursos para acabar com a pobreza
target-1-b = Políticas a favor dos pobres e sensíveis ao gênero

target-2-1 = Alimentos seguros e suficientes para todos
target-2-2 = Acabar com a má nutrição
target-2-3 = Produtividade e renda dos pequenos produtores de alimentos
target-2-4 = Produção de alimentos sustentável e resiliente
target-2-5 = Diversidade genética de sementes, plantas e animais
target-2-a = Investir em infraestrutura rural e pesquisa agrícola
target-2-b = Mercados e comércio agrícolas justos
target-2-c = Mercados estáveis de produtos alimentares

target-3-1 = Reduzir a mortalidade materna
target-3-2 = Acabar com as mortes evitáveis de recém-nascidos e crianças pequenas
target-3-3 = Acabar com as epidemias e combater doenças transmissíveis
target-3-4 = Doenças não transmissíveis e saúde mental
target-3-5 = Prevenir e tratar o abuso de substâncias
target-3-6 = Reduzir à metade as mortes e lesões no trânsito
target-3-7 = Saúde sexual e reprodutiva
target-3-8 = Cobertura universal de saúde
target-3-9 = Menos mortes por poluição e produtos químicos
target-3-a = Controle do tabaco
target-3-b = Vacinas e medicamentos para todos
target-3-c = Financiamento e pessoal da saúde
target-3-d = Alerta precoce de riscos à saúde

target-4-1 = Ensino primário e secundário gratuito
target-4-2 = Desenvolvimento e cuidados na primeira infância
target-4-3 = Ensino profissional e superior acessível
target-4-4 = Competências relevantes para o trabalho
target-4-5 = Igualdade de acesso a todos os níveis de educação
target-4-6 = Alfabetização e matemática básica
target-4-7 = Educação para o desenvolvimento sustentável
target-4-a = Espaços de aprendizagem seguros e inclusivos
target-4-b = Bolsas de estudo para países em desenvolvimento
target-4-c = Mais professores qualificados

target-5-1 = Acabar com a discriminação contra mulheres e meninas
target-5-2 = Acabar com a violência contra mulheres e meninas
target-5-3 = Acabar com práticas nocivas como o casamento infantil
target-5-4 = Valorizar o cuidado e o trabalho doméstico não remunerados
target-5-5 = Mulheres na liderança e na tomada de decisões
target-5-6 = Saúde e direitos reprodutivos
target-5-a = Direitos iguais aos recursos econômicos e à propriedade
target-5-b = Tecnologias para empoderar as mulheres
target-5-c = Políticas e leis de igualdade de gênero

target-6-1 = Água potável segura e acessível
target-6-2 = Saneamento e higiene para todos
target-6-3 = Qualidade da água, esgoto e reúso seguro
target-6-4 = Uso eficiente da água e escassez de água
target-6-5 = Gestão integrada dos recursos hídricos
target-6-6 = Proteger e restaurar os ecossistemas aquáticos
target-6-a = Cooperação internacional em água e saneamento
target-6-b = Participação das comunidades na gestão da água

target-7-1 = Acesso à energia moderna para todos
target-7-2 = Mais energia renovável
target-7-3 = Dobrar o ritmo de melhoria da eficiência energética
target-7-a = Pesquisa e investimento em energia limpa
target-7-b = Infraestrutura energética sustentável em países em desenvolvimento

target-8-1 = Crescimento econômico sustentável
target-8-2 = Produtividade por diversificação e inovação
target-8-3 = Empregos decentes, empreendedorismo e pequenas empresas
target-8-4 = Eficiência de recursos sem degradação ambiental
target-8-5 = Pleno emprego, trabalho decente e salário igual
target-8-6 = Jovens no trabalho, no estudo ou em formação
target-8-7 = Acabar com o trabalho forçado, o tráfico e o trabalho infantil
target-8-8 = Direitos trabalhistas e locais de trabalho seguros
target-8-9 = Turismo sustentável
target-8-10 = Acesso a bancos e seguros
target-8-a = Ajuda para o Comércio
target-8-b = Estratégia global para o emprego dos jovens

target-9-1 = Infraestrutura confiável, sustentável e resiliente
target-9-2 = Indústria inclusiva e sustentável
target-9-3 = Financiamento e mercados para pequenas empresas
target-9-4 = Modernizar infraestrutura e indústria para a sustentabilidade
target-9-5 = Pesquisa e tecnologia
target-9-a = Apoiar a infraestrutura em países em desenvolvimento
target-9-b = Tecnologia nacional e diversificação
target-9-c = Acesso às TIC e à Internet

target-10-1 = Aumento da renda dos 40 por cento mais pobres
target-10-2 = Inclusão social, econômica e política
target-10-3 = Igualdade de oportunidades, sem leis discriminatórias
target-10-4 = Políticas fiscais e sociais para a igualdade
target-10-5 = Regular os mercados financeiros globais
target-10-6 = Voz dos países em desenvolvimento nas instituições globais
target-10-7 = Migração segura e bem gerida
target-10-a = Tratamento especial para países em desenvolvimento no comércio
target-10-b = Assistência ao desenvolvimento onde é mais necessária
target-10-c = Remessas de migrantes mais baratas

target-11-1 = Habitação adequada e urbanização de favelas
target-11-2 = Transporte sustentável para todos
target-11-3 = Planejamento inclusivo e participativo
target-11-4 = Proteger o patrimônio cultural e natural
target-11-5 = Menos perdas por desastres
target-11-6 = Menor impacto ambiental: qualidade do ar e resíduos
target-11-7 = Espaços verdes e públicos seguros e inclusivos
target-11-a = Ligações urbano-rurais e planejamento regional
target-11-b = Políticas integradas de clima e riscos de desastres
target-11-c = Construção sustentável nos países menos desenvolvidos

target-12-1 = Programas de consumo e produção sustentáveis
target-12-2 = Uso eficiente dos recursos naturais
target-12-3 = Reduzir à metade o desperdício e as perdas de alimentos
target-12-4 = Manejo adequado de produtos químicos e resíduos
target-12-5 = Prevenir, reduzir, reciclar e reutilizar resíduos
target-12-6 = Práticas e relatórios sustentáveis nas empresas
target-12-7 = Compras públicas sustentáveis
target-12-8 = Consciência sobre estilos de vida sustentáveis
target-12-a = Capacidade científica para o consumo sustentável
target-12-b = Monitorar o turismo sustentável
target-12-c = Reformar os subsídios aos combustíveis fósseis

target-13-1 = Resiliência a riscos climáticos e desastres
target-13-2 = Ação climática nas políticas e no planejamento
target-13-3 = Educação e capacidade climáticas
target-13-a = Compromisso de financiamento climático
target-13-b = Capacidade de planejamento climático nos países menos desenvolvidos

target-14-1 = Reduzir a poluição marinha
target-14-2 = Proteger os ecossistemas marinhos e costeiros
target-14-3 = Acidificação dos oceanos
target-14-4 = Acabar com a sobrepesca
target-14-5 = Conservar zonas costeiras e marinhas
target-14-6 = Acabar com subsídios prejudiciais à pesca
target-14-7 = Benefícios do mar para pequenos Estados insulares
target-14-a = Pesquisa e tecnologia marinhas
target-14-b = Acesso da pesca artesanal
target-14-c = Direito internacional do mar

target-15-1 = Conservar e restaurar ecossistemas terrestres e de água doce
target-15-2 = Florestas sustentáveis e reflorestamento
target-15-3 = Combater a desertificação, restaurar o solo
target-15-4 = Ecossistemas de montanha
target-15-5 = Deter a perda de biodiversidade
target-15-6 = Repartição justa dos recursos genéticos
target-15-7 = Acabar com a caça ilegal e o tráfico de espécies
target-15-8 = Espécies exóticas invasoras
target-15-9 = O valor dos ecossistemas no planejamento
target-15-a = Financiamento para a biodiversidade
target-15-b = Financiamento para as florestas
target-15-c = Apoio global contra a caça ilegal

target-16-1 = Reduzir a violência em toda parte
target-16-2 = Proteger crianças do abuso e da violência
target-16-3 = Estado de direito e acesso à justiça
target-16-4 = Reduzir fluxos ilegais de dinheiro e armas
target-16-5 = Reduzir a corrupção e o suborno
target-16-6 = Instituições eficazes e responsáveis
target-16-7 = Decisões participativas e representativas
target-16-8 = Países em desenvolvimento na governança global
target-16-9 = Identidade legal para todos
target-16-10 = Acesso público à informação e liberdades
target-16-a = Instituições para prevenir a violência e o crime
target-16-b = Leis e políticas não discriminatórias

target-17-1 = Receitas próprias e capacidade tributária
target-17-2 = Compromissos de assistência ao desenvolvimento
target-17-3 = Recursos adicionais para países em desenvolvimento
target-17-4 = Sustentabilidade da dívida
target-17-5 = Investimento nos países menos desenvolvidos
target-17-6 = Cooperação em ciência e tecnologia
target-17-7 = Transferência de tecnologias ambientalmente corretas
target-17-8 = Banco de tecnologia e capacidade
target-17-9 = Capacitação para os ODS
target-17-10 = Sistema de comércio justo e baseado em regras
target-17-11 = Exportações dos países em desenvolvimento
target-17-12 = Acesso a mercados para os países menos desenvolvidos
target-17-13 = Estabilidade macroeconômica global
target-17-14 = Coerência das políticas
target-17-15 = Respeitar o espaço político de cada país
target-17-16 = Parceria global para o desenvolvimento sustentável
target-17-17 = Parcerias públicas, privadas e da sociedade civil
target-17-18 = Capacidade em dados e estatísticas
target-17-19 = Medir o progresso além do PIB
